package org.papermap.embed.internal.formats;

import java.util.Collection;
import java.util.Set;

/// Tells lists of goods from lists of papers: goods have titles and descriptions, too, but also
/// prices and stocks.
public final class Goods {
  private static final Set<String> WORDS =
      Set.of(
          ("price prices saleprice regularprice listprice unitprice variantprice compareatprice"
                  + " currency sku variantsku stock instock stockquantity inventory"
                  + " variantinventoryqty qty quantity availability vendor gtin ean upc barcode mpn"
                  + " shippingweight discount preis preise währung lagerbestand artikelnummer prix"
                  + " precio prezzo")
              .split(" ", -1));

  private static final Set<Field> OF_PAPERS =
      Set.of(Field.AUTHORS, Field.DOI, Field.ARXIV, Field.PUBMED);

  private static final int FEWEST = 2;

  private Goods() {}

  /// Whether columns or keys of these names are those of goods: two of them are, and none is of
  /// papers alone.
  public static boolean are(Collection<String> names) {
    long own = names.stream().filter(name -> WORDS.contains(PlainText.bareName(name))).count();
    return own >= FEWEST && names.stream().noneMatch(Goods::isOfPapers);
  }

  private static boolean isOfPapers(String name) {
    return PlainText.bareName(name).equals("abstract")
        || Field.named(name).filter(match -> OF_PAPERS.contains(match.field())).isPresent();
  }
}
