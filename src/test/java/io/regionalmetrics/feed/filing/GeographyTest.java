package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.model.Company;
import io.regionalmetrics.model.CompanyRecord;
import io.regionalmetrics.model.Definitions;
import io.regionalmetrics.model.Vocabulary;
import io.regionalmetrics.region.Region;
import io.regionalmetrics.xbrl.ElementLabels;
import io.regionalmetrics.xbrl.InstanceBuilder;
import io.regionalmetrics.xbrl.QualifiedName;
import io.regionalmetrics.xbrl.StandardAxes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which members are regions, and which region each one is. */
class GeographyTest {
  private static final String TIME = "2023-01-01/2023-03-31";

  private static QualifiedName name(String written) {
    return QualifiedName.parse(written).orElseThrow();
  }

  private static Optional<MemberRegion> region(QualifiedName member) {
    return new Geography(List.of(), ElementLabels.NONE, Set.of())
        .onGeographicalAxis(StandardAxes.GEOGRAPHY, member);
  }

  private static Optional<MemberRegion> segment(QualifiedName member) {
    return new Geography(List.of(), ElementLabels.NONE, Set.of()).onSegmentsAxis(member);
  }

  /** The geography of a filing that reports some segments and regions in one quarter. */
  private static Geography geography(List<String> segments, List<String> regions) {
    InstanceBuilder instance = InstanceBuilder.instance();
    segments.forEach(member -> instance.segment(member, TIME, "1000:-3"));
    regions.forEach(member -> instance.region(member, TIME, "1000:-3"));
    return new Geography(
        FilingSequence.instance(instance.bytes(), WantedMetrics.REVENUE).facts(),
        ElementLabels.NONE,
        Set.of());
  }

  @ParameterizedTest
  @CsvSource({
    "country:JP, JP, Japan",
    "country:XK, XK, XK",
    "acme:JapanMember, JP, Japan",
    "acme:UnitedStatesMember, US, United States",
    "acme:USMember, US, United States",
    "acme:UnitedKingdomMember, GB, United Kingdom",
    "acme:HongKongMember, HK, Hong Kong",
    "acme:KoreaMember, KOREA, Korea",
    "srt:AsiaPacificMember, APAC, Asia-Pacific",
    "acme:AsiaPacificMember, APAC, Asia-Pacific",
    "us-gaap:EMEAMember, EMEA, 'Europe, Middle East and Africa'",
    "srt:LatinAmericaMember, LATAM, Latin America",
    "srt:EuropeMember, EUROPE, Europe",
    "srt:NorthAmericaMember, NORTH_AMERICA, North America",
    "srt:AmericasMember, AMERICAS, Americas",
    "srt:AsiaMember, ASIA, Asia",
    "us-gaap:NonUsMember, NON_US, Outside the United States",
    "acme:UnitedStatesAndCanadaMember, UNITED_STATES_AND_CANADA, United States and Canada",
    "acme:UnitedStatesandCanadaMember, UNITED_STATES_AND_CANADA, United States and Canada",
    "acme:USCanadaMember, US_CANADA, US Canada",
    "acme:RestOfWorldMember, REST_OF_WORLD, Rest of World",
    "acme:RestofWorldMember, REST_OF_WORLD, Rest of World",
    "acme:GreaterChinaSegmentMember, GREATER_CHINA, Greater China",
    "acme:EuropeMiddleEastAfricaMember, EMEA, 'Europe, Middle East and Africa'",
    "acme:EuropeMiddleEastandAfricaMember, EMEA, 'Europe, Middle East and Africa'",
    "acme:EuropeTheMiddleEastAfricaMember, EMEA, 'Europe, Middle East and Africa'",
    "acme:TheAmericasMember, AMERICAS, Americas",
    "acme:CanadianOperationsMember, CA, Canada",
    "acme:EuropeanOperationsMember, EUROPE, Europe",
    "acme:OutsideTheUnitedStatesMember, NON_US, Outside the United States",
    "acme:SegmentGeographicalUnitedStatesMember, US, United States",
    "acme:TotalUnitedKingdomMember, GB, United Kingdom",
    "acme:USMarketMember, US, United States",
    "acme:EmergingMarketsMember, EMERGING_MARKETS, Emerging Markets",
    "acme:AfricaMiddleEastandSouthAsiaMember, AFRICA_MIDDLE_EAST_AND_SOUTH_ASIA, Africa Middle East and South Asia",
    "acme:MiddleEastAndNorthAfricaMemberMember, MIDDLE_EAST_AND_NORTH_AFRICA, Middle East and North Africa",
    "us-gaap:SegmentGeographicalGroupsOfCountriesGroupOneMember, GROUPS_OF_COUNTRIES_GROUP_ONE, Groups of Countries Group One",
    "acme:CAMember, CA_REGION, CA",
    "acme:WORLDMember, WORLD_REGION, WORLD",
    "stpr:CA, US_CA, US-CA"
  })
  void onTheGeographicalAxisEveryMemberIsARegion(String member, String id, String words) {
    MemberRegion place = region(name(member)).orElseThrow();
    assertThat(place.id()).isEqualTo(id);
    assertThat(place.name()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "us-gaap:IntersegmentEliminationMember",
        "acme:CorporateAndOtherMember",
        "us-gaap:SegmentGeographicalDomain",
        "acme:UnallocatedMember",
        "stpr:A0"
      })
  void butThoseThatBelongToNone(String member) {
    assertThat(region(name(member))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "acme:JapanSegmentMember, JP",
    "acme:GreaterChinaSegmentMember, GREATER_CHINA",
    "acme:EuropeSegmentMember, EUROPE",
    "acme:AmericasSegmentMember, AMERICAS",
    "acme:RestOfAsiaPacificSegmentMember, REST_OF_ASIA_PACIFIC",
    "acme:NorthAmericaSegmentMember, NORTH_AMERICA",
    "acme:InternationalSegmentMember, INTERNATIONAL",
    "acme:EuropeMiddleEastAndAfricaMember, EMEA",
    "acme:AfricaMiddleEastandSouthAsiaMember, AFRICA_MIDDLE_EAST_AND_SOUTH_ASIA",
    "acme:CanadianOperationsMember, CA",
    "acme:APECMember, APEC",
    "acme:AmericanGirlSegmentMember, ''",
    "acme:USSegmentMember, US",
    "acme:UnitedStatesReportableSegmentMember, US",
    "acme:AsiaPacificLatinAmericaMember, ASIA_PACIFIC_LATIN_AMERICA",
    "acme:EmergingMarketsInAsia, ''"
  })
  void aSegmentIsARegionWhereItsWordsArePlaces(String member, String id) {
    assertThat(segment(name(member)).map(MemberRegion::id).orElse("")).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme:ServicesSegmentMember",
        "acme:WalmartUSMember",
        "acme:AmazonWebServicesSegmentMember",
        "acme:GlobalVenturesMember",
        "acme:AllOtherSegmentsMember",
        "acme:AmericanExpressMember",
        "acme:UnitedAirlinesMember",
        "acme:EmergingMarketsMember",
        "us-gaap:CorporateNonSegmentMember",
        "acme:JordanBrandMember"
      })
  void andElseIsNone(String member) {
    assertThat(segment(name(member))).isEmpty();
  }

  @Test
  void twoSegmentsOfOneCountryAreNotThatCountry() {
    Geography walgreens =
        geography(
            List.of(
                "acme:UnitedStatesReportableSegmentMember",
                "acme:USHealthcareMember",
                "acme:InternationalReportableSegmentMember"),
            List.of());
    assertThat(
            walgreens
                .onSegmentsAxis(name("acme:UnitedStatesReportableSegmentMember"))
                .map(MemberRegion::id))
        .contains("UNITED_STATES_REPORTABLE_SEGMENT");
    assertThat(walgreens.onSegmentsAxis(name("acme:USHealthcareMember"))).isEmpty();
    assertThat(
            walgreens
                .onSegmentsAxis(name("acme:InternationalReportableSegmentMember"))
                .map(MemberRegion::id))
        .contains("INTERNATIONAL");
  }

  @Test
  void aSegmentIsARegionIfItsLabelNamesAPlaceAndTheSegmentsMakeUpTheWhole() {
    QualifiedName duty = name("acme:EaauAndPmiDfMember");
    InstanceBuilder instance =
        InstanceBuilder.instance()
            .fact(TIME, "3000:0")
            .segment("acme:EaauAndPmiDfMember", TIME, "1000:0")
            .segment("srt:AmericasMember", TIME, "2000:0");
    Geography acme =
        new Geography(
            FilingSequence.instance(instance.bytes(), WantedMetrics.REVENUE).facts(),
            new ElementLabels(Map.of(duty, "East Asia, Australia & PMI Duty Free"), Map.of()),
            Set.of(name("us-gaap:Revenues")));
    assertThat(acme.onSegmentsAxis(duty).map(MemberRegion::name))
        .contains("East Asia, Australia & PMI Duty Free");
  }

  @Test
  void wordsThatAllMembersShareArentPartOfTheirNames() {
    Geography acme =
        geography(
            List.of(), List.of("acme:AcmeEuropeDivisionMember", "acme:AcmeJapanDivisionMember"));
    assertThat(
            acme.onGeographicalAxis(StandardAxes.GEOGRAPHY, name("acme:AcmeJapanDivisionMember"))
                .map(MemberRegion::id))
        .contains("JP");
    assertThat(
            acme.onGeographicalAxis(StandardAxes.GEOGRAPHY, name("acme:AcmeEuropeDivisionMember"))
                .map(MemberRegion::id))
        .contains("EUROPE");
  }

  @Test
  void sharedWordsThatNamePlacesStay() {
    Geography acme =
        geography(List.of(), List.of("acme:NorthAmericaMember", "acme:LatinAmericaMember"));
    assertThat(
            acme.onGeographicalAxis(StandardAxes.GEOGRAPHY, name("acme:NorthAmericaMember"))
                .map(MemberRegion::id))
        .contains("NORTH_AMERICA");
  }

  @Test
  void theIdOfEarlierVersionsIsRemembered() {
    assertThat(region(name("acme:EuropeMiddleEastAndAfricaMember")).flatMap(MemberRegion::formerId))
        .contains("EUROPE_MIDDLE_EAST_AND_AFRICA");
    assertThat(region(name("us-gaap:EMEAMember")).flatMap(MemberRegion::formerId)).isEmpty();
  }

  @Test
  void aLongNameGetsAUniqueId() {
    String long1 =
        region(name("acme:" + "VeryFarAwayCountries".repeat(5) + "OneMember")).orElseThrow().id();
    String long2 =
        region(name("acme:" + "VeryFarAwayCountries".repeat(5) + "TwoMember")).orElseThrow().id();
    assertThat(long1).hasSizeLessThanOrEqualTo(64).isNotEqualTo(long2);
  }

  /** The region of each member of the geographical axis, given their labels. */
  private static List<MemberRegion> labelled(Map<String, String> labels) {
    InstanceBuilder instance = InstanceBuilder.instance();
    labels.keySet().forEach(member -> instance.region(member, TIME, "1000:-3"));
    Map<QualifiedName, String> standard = new HashMap<>();
    labels.forEach((member, label) -> standard.put(name(member), label));
    Geography geography =
        new Geography(
            FilingSequence.instance(instance.bytes(), WantedMetrics.REVENUE).facts(),
            new ElementLabels(standard, Map.of()),
            Set.of());
    return labels.keySet().stream()
        .sorted()
        .map(member ->
            geography.onGeographicalAxis(StandardAxes.GEOGRAPHY, name(member)).orElseThrow())
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "acme:RestOfAsiaSegmentMember, Rest of Asia Segment [Member], REST_OF_ASIA, Rest of Asia",
    "acme:GroupOfCountriesOneMember, Nordic and Baltic countries [Member], GROUP_OF_COUNTRIES_ONE, Nordic and Baltic countries",
    "acme:UsAndCanadaMember, 'US & Canada [Member]', US_AND_CANADA, US & Canada",
    "acme:OtherEuropeMember, OTHER EUROPE [Member], OTHER_EUROPE, Other Europe",
    "us-gaap:NonUsMember, International [Member], NON_US, International",
    "us-gaap:EMEAMember, 'Europe, Middle East, and Africa', EMEA, 'Europe, Middle East and Africa'",
    "country:JP, JAPAN, JP, Japan"
  })
  void aRegionIsCalledWhatTheLabelCallsItUnderTheIdOfItsWords(
      String member, String label, String id, String words) {
    MemberRegion place = labelled(Map.of(member, label)).getFirst();
    assertThat(place.id()).isEqualTo(id);
    assertThat(place.name()).isEqualTo(words);
  }

  @Test
  void wordsThatAllLabelsShareAreNoPartOfTheName() {
    assertThat(
            labelled(
                Map.of(
                    "acme:AlphaMember", "Acme Foods - Alpine area sales",
                    "acme:BetaMember", "Acme Foods - Coastal area sales")))
        .extracting(MemberRegion::name)
        .containsExactly("Alpine", "Coastal");
  }

  @Test
  void aLabelSaysWhichPlaceAMemberIsWhoseWordsDoNot() {
    MemberRegion place = labelled(Map.of("acme:AlphaMember", "Latin America [Member]")).getFirst();
    assertThat(place.id()).isEqualTo("LATAM");
  }

  @Test
  void aPlaceThatOnlyTheLabelNamesIsTheSameWhateverEarlierFilingsDefined() {
    MemberRegion place = labelled(Map.of("acme:AlphaMember", "Latin America [Member]")).getFirst();
    Region alpha =
        new Region(
            "ALPHA", "Alpha", List.of(), List.of(), Optional.empty(), LocalDate.of(2022, 1, 1));
    Definitions own = new Definitions(Map.of(), Map.of(alpha.id(), alpha));
    for (Definitions known : List.of(Definitions.NONE, own)) {
      assertThat(new RegionResolver(vocabulary(known)).code(place)).isEqualTo("LATAM");
    }
  }

  private static Vocabulary vocabulary(Definitions own) {
    Company acme =
        new Company("acme", "Acme", Optional.empty(), Optional.empty(), LocalDate.of(2022, 1, 1));
    return new Vocabulary(new CompanyRecord(acme, own, Map.of()), Definitions.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "acme:UNITEDSTATESExportsMember, UNITED_STATES_EXPORTS, United States Exports, UNITEDSTATES_EXPORTS",
    "acme:NewzealandAndPacificMember, NEW_ZEALAND_AND_PACIFIC, New Zealand and Pacific, NEWZEALAND_AND_PACIFIC"
  })
  void aPlaceOfSeveralWordsThatIsWrittenAsOneIsTakenApart(
      String member, String id, String words, String formerId) {
    MemberRegion place = MemberName.of(name(member)).region();
    assertThat(place.id()).isEqualTo(id);
    assertThat(place.name()).isEqualTo(words);
    assertThat(place.formerId()).contains(formerId);
  }

  @Test
  void aLabelThatTwoMembersShareNamesNeither() {
    assertThat(
            labelled(
                Map.of(
                    "acme:AlphaNorthMember",
                    "Latin America",
                    "acme:BetaNorthMember",
                    "Latin America")))
        .extracting(MemberRegion::name)
        .containsExactly("Alpha North", "Beta North");
  }
}
