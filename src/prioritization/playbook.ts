import type { PlaybookAction } from './playbookAction.js';
import { AFTER_SALES_ACTIONS } from './playbookAfterSales.js';
import { LOGISTICS_ACTIONS } from './playbookLogistics.js';
import { NETWORK_ACTIONS } from './playbookNetwork.js';
import { PRE_SALES_ACTIONS } from './playbookPreSales.js';
import { PRODUCT_ACTIONS } from './playbookProduct.js';

function assemblePlaybook(): readonly PlaybookAction[] {
  return LOGISTICS_ACTIONS.concat(PRE_SALES_ACTIONS, PRODUCT_ACTIONS, NETWORK_ACTIONS, AFTER_SALES_ACTIONS);
}

/**
 * Eighteen actions of a manufacturer who sells through a dealer network: logistics, pre-sales, product and documentation, network,
 * after-sales. A playbook to begin with; which metric each should move is the library's reading, to be replaced by experience of
 * one's own.
 *
 * The actions are those of Aktiva2, « Comment mesurer l’expérience client ? », in other words.
 */
export const B2B_PLAYBOOK: readonly PlaybookAction[] = /* @__PURE__ */ assemblePlaybook();
