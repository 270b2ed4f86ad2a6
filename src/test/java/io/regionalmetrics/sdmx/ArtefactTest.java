package io.regionalmetrics.sdmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.regionalmetrics.ingest.SdmxColumn;
import io.regionalmetrics.representation.SdmxRow;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArtefactTest {
  /** These say what a row is about; the others are components. */
  private static final Set<SdmxColumn> OF_THE_ROW =
      EnumSet.of(SdmxColumn.STRUCTURE, SdmxColumn.STRUCTURE_ID, SdmxColumn.ACTION);

  @Test
  void componentsOfTheDataStructureAreTheColumnsOfSdmxCsv() {
    List<String> columns =
        EnumSet.complementOf(EnumSet.copyOf(OF_THE_ROW)).stream().map(Enum::name).toList();
    assertThat(Stream.of(Component.values()).map(Enum::name))
        .containsExactlyInAnyOrderElementsOf(columns);
  }

  @Test
  void rowsOfSdmxCsvNameTheDataflow() {
    assertThat(Artefact.OBSERVATIONS_FLOW.urn()).endsWith("Dataflow=" + SdmxRow.STRUCTURE_ID);
    assertThat(Artefact.OBSERVATIONS_STRUCTURE.urn())
        .endsWith("DataStructure=" + SdmxRow.STRUCTURE_ID);
  }

  @Test
  void dataStructureRefersToEveryCodeListThatAComponentUses() {
    assertThat(Artefact.OBSERVATIONS_STRUCTURE.children())
        .contains(Artefact.CONCEPTS)
        .containsAll(
            Arrays.stream(Component.values())
                .map(Component::codes)
                .flatMap(Optional::stream)
                .toList());
    assertThat(Artefact.OBSERVATIONS_FLOW.descendants()).hasSize(Artefact.values().length - 1);
    assertThat(Artefact.CL_AREA.ancestors())
        .containsExactlyInAnyOrder(Artefact.OBSERVATIONS_STRUCTURE, Artefact.OBSERVATIONS_FLOW);
  }
}
