import {
  createRandom,
  type BusinessCalendar,
  type Cart,
  type CatalogueItem,
  type FieldReport,
  type Invoice,
  type LearningAssignment,
  type OrderLine,
  type PortalAction,
  type QuoteRequest,
  type Random,
  type ShippedLine,
  type SlaTarget,
  type TicketEvent,
  type Visit,
} from 'cx-scoring';
import {
  CONTRIBUTORS,
  createCarts,
  createCatalogue,
  createFieldReports,
  createLearning,
  createPortalActions,
} from './behaviour.js';
import { createCompany, type Account } from './company.js';
import { dateOf, instantOf, LAST_DAY, NOW, QUARTER_DAY, supportCalendar } from './days.js';
import {
  createInvoices,
  createOrderLines,
  createOrders,
  createShippedLines,
  spoilOrderLines,
  type Order,
} from './orders.js';
import {
  createCustomerYears,
  createPastHealth,
  createWallets,
  type CustomerYear,
  type PastHealth,
  type Wallet,
} from './revenue.js';
import { createQuotes, createService, createVisits } from './service.js';

/** What the systems of the invented company hold, beside the answers of its customers. */
export interface Operations {
  /** The last day of the newest quarter, as a civil date. */
  readonly asOf: string;
  /** The evening of that day, as an instant. */
  readonly now: string;
  /** First day of the newest quarter. */
  readonly since: string;
  /** When the service is reached. */
  readonly calendar: BusinessCalendar;
  /** Accounts that are customers in the newest quarter. */
  readonly customers: readonly Account[];
  /** Those who sell on. */
  readonly dealers: readonly Account[];
  /** Three years of orders. */
  readonly orders: readonly Order[];
  readonly orderLines: readonly OrderLine[];
  readonly shippedLines: readonly ShippedLine[];
  readonly invoices: readonly Invoice[];
  readonly ticketEvents: readonly TicketEvent[];
  readonly slaTargets: readonly SlaTarget[];
  readonly visits: readonly Visit[];
  readonly quotes: readonly QuoteRequest[];
  readonly portalActions: readonly PortalAction[];
  readonly carts: readonly Cart[];
  readonly catalogue: readonly CatalogueItem[];
  readonly learning: readonly LearningAssignment[];
  readonly fieldReports: readonly FieldReport[];
  /** Who could have reported from the field. */
  readonly contributors: readonly string[];
  readonly years: readonly CustomerYear[];
  readonly wallets: readonly Wallet[];
  readonly pastHealth: readonly PastHealth[];
  /** Accounts that were won after the order book begins. */
  readonly won: ReadonlySet<string>;
}

/** The seed of the answers: the accounts are those of answers.csv. */
const COMPANY_SEED = 2310;
const SEED = 2611;
const QUARTERS = 12;
const HALF_YEAR_AGO = '2026-04-01';

/** Makes the records of Nordhaven Thermal for the third quarter of 2026; the same on every machine. */
export function createOperations(): Operations {
  const { accounts, dealers } = createCompany(createRandom(COMPANY_SEED), QUARTERS);
  // A source for each kind of record, so that a change of one leaves the others as they are.
  const source = (number: number): Random => createRandom(SEED + number);
  const customers = accounts.filter(({ last }) => last === QUARTERS - 1);
  const since = dateOf(QUARTER_DAY);
  const calendar = supportCalendar();
  const orders = createOrders(source(0), accounts);
  const lines = createOrderLines(source(1), orders, since);
  const dealt = new Set(accounts.filter(({ distributor }) => distributor !== '').map(({ id }) => id));
  const years = createCustomerYears(source(12), accounts);
  return {
    asOf: dateOf(LAST_DAY),
    now: instantOf(NOW),
    since,
    calendar,
    customers,
    dealers,
    orders,
    orderLines: spoilOrderLines(lines),
    shippedLines: createShippedLines(source(2), lines, dealt),
    invoices: createInvoices(source(3), orders, HALF_YEAR_AGO),
    ...createService(source(4), customers, calendar),
    visits: createVisits(source(5), customers),
    quotes: createQuotes(source(6), customers, calendar),
    portalActions: createPortalActions(source(7), customers),
    carts: createCarts(source(8), customers),
    catalogue: createCatalogue(source(9)),
    learning: createLearning(source(10), dealers),
    fieldReports: createFieldReports(source(11), customers),
    contributors: CONTRIBUTORS,
    years,
    wallets: createWallets(source(13), years),
    pastHealth: createPastHealth(source(14), accounts, orders),
    won: new Set(accounts.filter(({ first }) => first > 0).map(({ id }) => id)),
  };
}
