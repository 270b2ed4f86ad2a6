package io.regionalmetrics.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses of cells. */
class CellAddressTest {
  @ParameterizedTest
  @CsvSource({"0, 0, A1, $A$1", "25, 1, Z2, $Z$2", "26, 9, AA10, $AA$10", "702, 0, AAA1, $AAA$1"})
  void columnsAreLettersAndRowsAreNumbers(int column, int row, String relative, String absolute) {
    CellAddress address = new CellAddress(column, row);
    assertThat(address).hasToString(relative);
    assertThat(address.absolute()).isEqualTo(absolute);
  }
}
