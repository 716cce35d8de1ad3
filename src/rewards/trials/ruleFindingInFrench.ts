import { countPhrase, localCount, type ResolvedLocale } from '../../core/locale.js';
import type { FactPath } from '../conditions/factPath.js';
import type { RuleFinding } from './ruleFinding.js';

function pathText(path: FactPath | null): string {
  return (path ?? []).join(' › ');
}

function quoted(text: string): string {
  return `«\u202f${text}\u202f»`;
}

/** Which condition of a rule a place means. */
function conditionAt([part, phase]: RuleFinding['path']): string {
  if (part === 'settle') return phase === 'void' ? 'La condition d’annulation' : 'La condition de confirmation';
  return part === 'reversal' ? 'La condition de reprise' : 'La condition';
}

function span(from: string | null, through: string | null): string {
  if (through === null) return `à partir du ${from ?? ''}`;
  return from === null ? `jusqu’au ${through}` : `du ${from} au ${through}`;
}

function joined(ids: readonly string[]): string {
  const named = ids.map((id) => `à ${quoted(id)}`);
  return [named.slice(0, -1).join(', '), ...named.slice(-1)].filter((part) => part !== '').join(' et ');
}

/** The sentence in French. */
export function ruleFindingInFrench(locale: ResolvedLocale, finding: RuleFinding, name: string): string {
  const rule = `la règle ${quoted(name)}`;
  const start = `La règle ${quoted(name)}`;
  const count = (value: number): string => localCount(locale, value);
  switch (finding.code) {
    case 'unreachable':
      return `${conditionAt(finding.path)} de ${rule} ne peut jamais être remplie\u202f: ses éléments se contredisent.`;
    case 'always-true':
      return `La condition de ${rule} n’échoue jamais\u202f: elle est remplie dès que ses faits sont connus.`;
    case 'never-capped':
      return `Rien ne limite ce que ${rule} accorde\u202f: elle n’a ni plafond ni budget.`;
    case 'no-void':
      return `Ce que ${rule} réserve n’est annulé que par l’écoulement du temps.`;
    case 'cap-zero':
      return `Un plafond de ${rule} est nul\u202f: elle n’accorde rien.`;
    case 'negative-balance':
      return `Reprendre la totalité, comme le fait ${rule}, peut laisser à un membre un solde négatif.`;
    case 'outside-validity':
      return `Au ${finding.asOf}, ${rule} n’est pas en vigueur\u202f: elle l’est ${span(finding.from, finding.through)}.`;
    case 'unknown-event':
      return `Aucun système n’émet l’événement ${quoted(finding.event)} que ${rule} attend.`;
    case 'unknown-budget':
      return `Le budget ${quoted(finding.budget)} qui finance ${rule} n’existe pas.`;
    case 'cap-above-budget':
      return `Un plafond de ${rule}, ${count(finding.limit)}, dépasse son budget ${quoted(finding.budget)}, ${count(finding.budgetLimit)}\u202f: il ne protège de rien.`;
    case 'shared-cap-missing':
      return `Un plafond de ${rule} compte tout ce que les règles accordent en ${quoted(finding.unit)}, mais ne limite que celle-ci\u202f: il manque ${joined(finding.others)}. Inscrivez-le dans chaque règle.`;
    case 'overlapping':
      return `Les règles ${quoted(name)} et ${quoted(finding.other)} peuvent toutes deux accorder des ${quoted(finding.unit)} pour le même fait à la même personne\u202f: placez-les dans un même groupe exclusif, ou faites que leurs conditions s’excluent.`;
    case 'shadowed':
      return `Chaque fois que la condition de ${rule} est remplie, celle de ${quoted(finding.other)}, qui passe avant dans le groupe ${quoted(finding.group)}, l’est aussi.`;
    case 'rewards-score':
      return `${start} récompense une note donnée par des personnes, ${quoted(finding.metric ?? pathText(finding.fact))}\u202f: on quémande une note pour laquelle on est récompensé. Récompensez ce qui la fait évoluer.`;
    case 'table-without-otherwise':
      return `Le barème de ${rule} ne prévoit aucun montant pour les autres valeurs de ${quoted(pathText(finding.fact))}, et l’inconnu est refusé.`;
    case 'unused-correction-window':
      return `Le délai de correction de ${rule}, ${countPhrase(locale, finding.days, '# jour', '# jours')}, est sans effet\u202f: le programme n’est jamais recalculé.`;
    case 'no-minimum-sample':
      return `${start} retient l’indicateur ${finding.metric} quel que soit son effectif\u202f: exigez un effectif minimal.`;
    case 'point-status':
      return `${start} juge l’indicateur ${finding.metric} sur sa valeur, avec un effectif qui peut n’être que de ${count(finding.minimumSample)}, ce qui récompense le hasard\u202f: jugez-le sur sa borne, ou exigez un effectif plus grand.`;
    default:
      return `${start} présente un problème de type ${quoted((finding satisfies never as RuleFinding).code)}, que cette version ne sait pas décrire.`;
  }
}
