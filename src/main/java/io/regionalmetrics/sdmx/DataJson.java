package io.regionalmetrics.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.json.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Writes observations as SDMX-JSON 2.0. With history, each dissemination is a data set of its own,
 * valid from its day.
 */
final class DataJson {
  private static final String SCHEMA =
      "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json";

  private final JsonGenerator json;
  private final DataQuery query;
  private final DataLayout layout;
  private final ValueIndex values;

  private DataJson(JsonGenerator json, DataQuery query, ValueIndex values) {
    this.json = json;
    this.query = query;
    this.layout = DataLayout.of(query.observation(), query.columns());
    this.values = values;
  }

  /**
   * The whole message.
   *
   * @param names the names of codes
   */
  static String write(
      MessageHeader header, DataQuery query, List<SdmxObservation> observations, ValueNames names) {
    List<Dissemination> sets = Dissemination.of(observations, query.history());
    return Json.object(json -> {
      header.write(json, SCHEMA);
      json.writeObjectFieldStart("data");
      new DataJson(json, query, new ValueIndex(observations, names)).members(sets);
      json.writeEndObject();
    });
  }

  private void members(List<Dissemination> sets) throws IOException {
    Json.objects(json, "structures", List.of(sets.size()), this::structure);
    Json.objects(json, "dataSets", sets, this::dataSet);
  }

  private void structure(int sets) throws IOException {
    link();
    json.writeStringField("name", Artefact.OBSERVATIONS_FLOW.title());
    json.writeObjectFieldStart("dimensions");
    Json.objects(json, "series", layout.series(), this::dimension);
    Json.objects(json, "observation", layout.observation(), this::dimension);
    json.writeEndObject();
    json.writeObjectFieldStart("measures");
    Json.objects(json, "observation", layout.measures(), this::measure);
    json.writeEndObject();
    json.writeObjectFieldStart("attributes");
    Json.objects(json, "observation", attributes(), this::attribute);
    json.writeEndObject();
    json.writeArrayFieldStart("dataSets");
    for (int i = 0; i < sets; i++) {
      json.writeNumber(i);
    }
    json.writeEndArray();
  }

  private void link() throws IOException {
    boolean ofStructure = query.context().equals("datastructure");
    Artefact described = ofStructure ? Artefact.OBSERVATIONS_STRUCTURE : Artefact.OBSERVATIONS_FLOW;
    Json.objects(
        json,
        "links",
        List.of(described.urn()),
        urn -> {
          json.writeStringField("rel", ofStructure ? "structure" : "dataflow");
          json.writeStringField("urn", urn);
        });
  }

  private void component(Component component) throws IOException {
    json.writeStringField("id", component.name());
    json.writeStringField("name", component.title());
    json.writeStringField("description", component.description());
  }

  private void dimension(Component dimension) throws IOException {
    component(dimension);
    json.writeNumberField("keyPosition", Component.DIMENSIONS.indexOf(dimension));
    json.writeArrayFieldStart("roles");
    json.writeString(dimension.concept());
    json.writeEndArray();
    values(dimension);
  }

  private void measure(Component measure) throws IOException {
    component(measure);
    format(measure);
  }

  private void format(Component component) throws IOException {
    json.writeObjectFieldStart("format");
    json.writeStringField("dataType", component.dataType());
    json.writeEndObject();
  }

  private void attribute(Component attribute) throws IOException {
    component(attribute);
    json.writeBooleanField("isMandatory", attribute.isMandatory());
    json.writeObjectFieldStart("relationship");
    json.writeObjectFieldStart("observation");
    json.writeEndObject();
    json.writeEndObject();
    if (attribute.isNumeric()) {
      format(attribute);
    } else {
      values(attribute);
    }
  }

  /** The attributes that are asked for and that any observation has. */
  private List<Component> attributes() {
    return query.columns().attributes().stream().filter(values::hasAny).toList();
  }

  private void values(Component component) throws IOException {
    Json.objects(json, "values", values.of(component), value -> value(component, value));
  }

  private void value(Component component, String value) throws IOException {
    if (component.codes().isPresent() || component == Component.TIME_PERIOD) {
      json.writeStringField("id", value);
      json.writeStringField("name", values.name(component, value));
    } else {
      json.writeStringField("value", value);
    }
  }

  private void dataSet(Dissemination set) throws IOException {
    json.writeNumberField("structure", 0);
    json.writeStringField("action", "Information");
    if (set.validFrom().isPresent()) {
      json.writeStringField("validFrom", set.validFrom().get() + "T00:00:00Z");
    }
    link();
    if (layout.isFlat()) {
      observations(set.observations());
    } else {
      series(set.observations());
    }
  }

  private void series(List<SdmxObservation> observations) throws IOException {
    json.writeObjectFieldStart("series");
    for (Map.Entry<String, List<SdmxObservation>> one :
        layout.bySeries(observations, values).entrySet()) {
      json.writeObjectFieldStart(one.getKey());
      if (!query.columns().areSeriesKeys()) {
        observations(one.getValue());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void observations(List<SdmxObservation> observations) throws IOException {
    List<Component> attributes = attributes();
    json.writeObjectFieldStart("observations");
    for (SdmxObservation observation : observations) {
      json.writeArrayFieldStart(values.key(observation, layout.observation()));
      for (Component measure : layout.measures()) {
        number(observation.value(measure));
      }
      for (Component attribute : attributes) {
        attribute(attribute, observation.value(attribute));
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  private void attribute(Component attribute, String value) throws IOException {
    if (attribute.isNumeric()) {
      number(value);
    } else if (value.isEmpty()) {
      json.writeNull();
    } else {
      json.writeNumber(values.index(attribute, value));
    }
  }

  private void number(String value) throws IOException {
    if (value.isEmpty()) {
      json.writeNull();
    } else {
      json.writeNumber(new BigDecimal(value));
    }
  }
}
