package io.regionalmetrics.sdmx;

import com.fasterxml.jackson.core.JsonGenerator;
import io.regionalmetrics.json.Json;
import io.regionalmetrics.sdmx.StructureContent.Shown;
import java.io.IOException;
import java.util.List;

/**
 * Writes structures as SDMX-JSON 2.0.
 *
 * @param json the generator to write to
 */
record StructureJson(JsonGenerator json) {
  private static final String SCHEMA =
      "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";

  /** The whole message. */
  static String write(MessageHeader header, StructureContent content) {
    return Json.object(json -> {
      header.write(json, SCHEMA);
      json.writeObjectFieldStart("data");
      new StructureJson(json).members(content);
      json.writeEndObject();
    });
  }

  private void members(StructureContent content) throws IOException {
    for (ArtefactType type : content.types()) {
      Json.objects(json, type.collection(), content.of(type), this::artefact);
    }
  }

  private void artefact(Shown shown) throws IOException {
    Artefact artefact = shown.artefact();
    json.writeStringField("id", artefact.id());
    json.writeStringField("agencyID", ArtefactType.AGENCY);
    json.writeStringField("version", ArtefactType.VERSION);
    json.writeBooleanField("isExternalReference", shown.isStub());
    json.writeStringField("name", artefact.title());
    Json.textIfPresent(json, "description", shown.description());
    self(artefact.urn(), artefact.type().query());
    if (!shown.isStub()) {
      content(shown);
    }
  }

  private void self(String urn, String type) throws IOException {
    Json.objects(
        json,
        "links",
        List.of(urn),
        link -> {
          json.writeStringField("rel", "self");
          json.writeStringField("urn", link);
          json.writeStringField("type", type);
        });
  }

  private void content(Shown shown) throws IOException {
    switch (shown.artefact().type()) {
      case DATAFLOW -> json.writeStringField("structure", Artefact.OBSERVATIONS_STRUCTURE.urn());
      case DATA_STRUCTURE -> components();
      case CONCEPT_SCHEME -> items(shown, "concepts");
      case CODELIST -> items(shown, "codes");
    }
  }

  private void items(Shown shown, String name) throws IOException {
    json.writeBooleanField("isPartial", shown.items().isPartial());
    Json.objects(json, name, shown.items().all(), item -> item(shown.artefact(), item));
  }

  private void item(Artefact list, Item item) throws IOException {
    json.writeStringField("id", item.id());
    json.writeStringField("name", item.name());
    Json.textIfPresent(json, "description", item.description());
    if (list == Artefact.CONCEPTS) {
      self(list.urn("Concept", item.id()), "concept");
    }
  }

  private void components() throws IOException {
    json.writeObjectFieldStart("dataStructureComponents");
    list("dimensionList", "DimensionDescriptor", "dimensions", Component.KEY);
    list("measureList", "MeasureDescriptor", "measures", List.of(Component.OBS_VALUE));
    list("attributeList", "AttributeDescriptor", "attributes", Component.ATTRIBUTES);
    json.writeEndObject();
  }

  private void list(String name, String id, String members, List<Component> components)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("id", id);
    Json.objects(json, members, components, this::component);
    if (components.equals(Component.KEY)) {
      json.writeObjectFieldStart("timeDimension");
      component(Component.TIME_PERIOD);
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void component(Component component) throws IOException {
    json.writeStringField("id", component.name());
    json.writeStringField("conceptIdentity", Artefact.CONCEPTS.urn("Concept", component.concept()));
    switch (component.role()) {
      case DIMENSION -> json.writeNumberField("position", Component.KEY.indexOf(component));
      case TIME_DIMENSION -> {}
      case MEASURE -> json.writeStringField("usage", "optional");
      case ATTRIBUTE -> attribute(component);
    }
    representation(component);
  }

  private void attribute(Component component) throws IOException {
    json.writeStringField("usage", component.isMandatory() ? "mandatory" : "optional");
    json.writeObjectFieldStart("attributeRelationship");
    json.writeObjectFieldStart("observation");
    json.writeEndObject();
    json.writeEndObject();
  }

  private void representation(Component component) throws IOException {
    json.writeObjectFieldStart("localRepresentation");
    if (component.codes().isPresent()) {
      json.writeStringField("enumeration", component.codes().get().urn());
    } else {
      json.writeObjectFieldStart("format");
      json.writeStringField("dataType", component.dataType());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
