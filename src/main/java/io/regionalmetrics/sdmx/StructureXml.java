package io.regionalmetrics.sdmx;

import io.regionalmetrics.sdmx.StructureContent.Shown;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes structures as SDMX-ML 3.0.
 *
 * @param xml the text to write to
 */
record StructureXml(XmlText xml) {

  /** The whole message. */
  static String write(MessageHeader header, StructureContent content) {
    XmlText xml = new XmlText();
    xml.open("mes:Structure", XmlText.MESSAGE_NAMESPACES);
    header.write(xml);
    xml.open("mes:Structures");
    content.types().forEach(type -> new StructureXml(xml).artefacts(type, content.of(type)));
    return xml.closeAll();
  }

  private void artefacts(ArtefactType type, List<Shown> shown) {
    xml.open("str:" + type.urnClass() + "s");
    shown.forEach(this::artefact);
    xml.close();
  }

  private void artefact(Shown shown) {
    Artefact artefact = shown.artefact();
    xml.open("str:" + artefact.type().urnClass(), attributes(shown));
    xml.text("com:Name", artefact.title());
    shown.description().ifPresent(description -> xml.text("com:Description", description));
    if (!shown.isStub()) {
      content(shown);
    }
    xml.close();
  }

  private static String[] attributes(Shown shown) {
    Artefact artefact = shown.artefact();
    List<String> attributes = new ArrayList<>();
    attributes.addAll(List.of("id", artefact.id(), "urn", artefact.urn()));
    attributes.addAll(List.of("agencyID", ArtefactType.AGENCY, "version", ArtefactType.VERSION));
    attributes.addAll(List.of("isExternalReference", Boolean.toString(shown.isStub())));
    if (shown.items().isPartial()) {
      attributes.addAll(List.of("isPartial", "true"));
    }
    return attributes.toArray(String[]::new);
  }

  private void content(Shown shown) {
    switch (shown.artefact().type()) {
      case DATAFLOW -> xml.text("str:Structure", Artefact.OBSERVATIONS_STRUCTURE.urn());
      case DATA_STRUCTURE -> components();
      case CONCEPT_SCHEME -> items(shown, "Concept");
      case CODELIST -> items(shown, "Code");
    }
  }

  private void items(Shown shown, String name) {
    for (Item item : shown.items().all()) {
      xml.open("str:" + name, "id", item.id(), "urn", shown.artefact().urn(name, item.id()));
      xml.text("com:Name", item.name());
      item.description().ifPresent(description -> xml.text("com:Description", description));
      xml.close();
    }
  }

  private void components() {
    xml.open("str:DataStructureComponents");
    list("Dimension", Component.DIMENSIONS);
    list("Attribute", Component.ATTRIBUTES);
    list("Measure", List.of(Component.OBS_VALUE));
    xml.close();
  }

  private void list(String name, List<Component> components) {
    xml.open("str:" + name + "List", "id", name + "Descriptor");
    components.forEach(this::component);
    xml.close();
  }

  private void component(Component component) {
    open(component);
    xml.text("str:ConceptIdentity", Artefact.CONCEPTS.urn("Concept", component.concept()));
    representation(component);
    if (component.role() == Component.Role.ATTRIBUTE) {
      xml.open("str:AttributeRelationship");
      xml.empty("str:Observation");
      xml.close();
    }
    xml.close();
  }

  private void open(Component component) {
    String id = component.name();
    String usage = component.isMandatory() ? "mandatory" : "optional";
    int position = Component.KEY.indexOf(component) + 1;
    switch (component.role()) {
      case DIMENSION -> xml.open("str:Dimension", "id", id, "position", Integer.toString(position));
      case TIME_DIMENSION -> xml.open("str:TimeDimension", "id", id);
      case MEASURE -> xml.open("str:Measure", "id", id, "usage", usage);
      case ATTRIBUTE -> xml.open("str:Attribute", "id", id, "usage", usage);
    }
  }

  private void representation(Component component) {
    xml.open("str:LocalRepresentation");
    if (component.codes().isPresent()) {
      xml.text("str:Enumeration", component.codes().get().urn());
    } else {
      xml.empty("str:TextFormat", "textType", component.dataType());
    }
    xml.close();
  }
}
