import type { GiftItem } from 'cx-scoring/rewards';

function gift(
  id: string,
  en: string,
  fr: string,
  minorUnits: number,
  more: Pick<GiftItem, 'category'> & Partial<GiftItem>,
): GiftItem {
  return {
    id,
    catalogue: 'main',
    names: { en, fr },
    price: { minorUnits, currency: 'EUR' },
    stock: 'in-stock',
    ...more,
  };
}

/** A small catalogue of gifts: dearer ones, one that is out of stock, one for adults, one for two countries only. */
export const GIFTS: readonly GiftItem[] = [
  gift('basket', 'Gourmet basket', 'Panier gourmand', 4290, { category: 'gourmet', tags: ['made-in-france'] }),
  gift('wine', 'Case of wine', 'Coffret de vins', 4800, {
    category: 'gourmet',
    tags: ['alcohol'],
    minimumAge: 18,
  }),
  gift('coffee', 'Coffee for the office', 'Café pour le bureau', 2350, { category: 'gourmet' }),
  gift('headphones', 'Headphones', 'Casque audio', 4990, { category: 'high-tech', stock: 'out-of-stock' }),
  gift('charger', 'Solar charger', 'Chargeur solaire', 3600, { category: 'high-tech', stock: 'low-stock' }),
  gift('toolbag', 'Tool bag', 'Sacoche à outils', 4450, { category: 'work', countries: ['FR', 'BE'] }),
  gift('thermos', 'Thermos flask', 'Bouteille isotherme', 1990, { category: 'work' }),
  gift('tablet', 'Tablet computer', 'Tablette', 18900, { category: 'high-tech' }),
];
