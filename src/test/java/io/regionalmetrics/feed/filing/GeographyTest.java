package io.regionalmetrics.feed.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.xbrl.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which members are regions, and which. */
class GeographyTest {
  private static QualifiedName name(String written) {
    return QualifiedName.parse(written).orElseThrow();
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
    "acme:CAMember, CA_REGION, CA",
    "acme:WORLDMember, WORLD_REGION, WORLD",
    "stpr:CA, US_CA, US-CA"
  })
  void onTheGeographicalAxisEveryMemberIsARegion(String member, String id, String words) {
    MemberRegion place = Geography.onGeographicalAxis(name(member)).orElseThrow();
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
    assertThat(Geography.onGeographicalAxis(name(member))).isEmpty();
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
    "acme:EuropeMiddleEastAndAfricaMember, EUROPE_MIDDLE_EAST_AND_AFRICA",
    "acme:USSegmentMember, US",
    "acme:UnitedStatesReportableSegmentMember, US",
    "acme:AsiaPacificLatinAmericaMember, ASIA_PACIFIC_LATIN_AMERICA",
    "acme:EmergingMarketsInAsia, ''"
  })
  void aSegmentIsARegionWhereItsWordsArePlaces(String member, String id) {
    assertThat(Geography.onSegmentsAxis(name(member)).map(MemberRegion::id).orElse(""))
        .isEqualTo(id);
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
    assertThat(Geography.onSegmentsAxis(name(member))).isEmpty();
  }

  @Test
  void aLongNameStaysOneOfAKind() {
    String long1 =
        Geography.onGeographicalAxis(name("acme:" + "VeryFarAwayCountries".repeat(5) + "OneMember"))
            .orElseThrow()
            .id();
    String long2 =
        Geography.onGeographicalAxis(name("acme:" + "VeryFarAwayCountries".repeat(5) + "TwoMember"))
            .orElseThrow()
            .id();
    assertThat(long1).hasSizeLessThanOrEqualTo(64).isNotEqualTo(long2);
  }
}
