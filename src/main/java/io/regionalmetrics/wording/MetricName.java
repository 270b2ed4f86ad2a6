package io.regionalmetrics.wording;

import java.util.Locale;
import java.util.Set;

/**
 * A metric's name inside a sentence: as it is written, except that a common English word at its
 * beginning takes a small letter. "Revenue per user" becomes "revenue per user"; "R&D expense",
 * "iPhone sales" and "Betriebsergebnis" stay.
 */
public final class MetricName {
  /** The words that names of metrics begin with and that are never names themselves. */
  private static final Set<String> COMMON =
      Set.of(
          ("about accounts active adjusted advertising amount annual assets average backlog bookings"
                  + " capital cash churn comparable consolidated containers contribution core cost"
                  + " costs current customer customers daily debt deliveries deposits diluted earnings"
                  + " employees equity expense expenses export exports fee fees free fuel gross growth"
                  + " headcount impressions income inventory inventories loaded loans loss losses margin"
                  + " marketing member members membership memberships monthly net new number occupancy"
                  + " operating operational orders organic other output paid passengers paying payments"
                  + " premium premiums price prices production profit profits quarterly rate registered"
                  + " rental research retail return revenue revenues room rooms sales segment service"
                  + " services share shares shipments shipped stock store stores streaming subscriber"
                  + " subscribers subscription subscriptions tax taxes terminal time total traffic trips"
                  + " underlying unique unit units usage user users value visitors visits volume volumes"
                  + " wages weekly workforce yearly yield")
              .split(" "));

  private MetricName() {}

  /** The name inside a sentence. */
  public static String inSentence(String name) {
    int space = name.indexOf(' ');
    String word = space < 0 ? name : name.substring(0, space);
    String small = word.toLowerCase(Locale.ROOT);
    return COMMON.contains(small) && word.substring(1).equals(small.substring(1))
        ? small + name.substring(word.length())
        : name;
  }
}
