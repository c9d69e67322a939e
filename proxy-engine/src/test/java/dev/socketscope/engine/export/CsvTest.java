package dev.socketscope.engine.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @Test
    void whatSeparatesCellsStandsInQuotes() {
        assertThat(Csv.line(List.of("plain", "a,b", "say \"hi\"", "two\nlines", "")))
                .isEqualTo("plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=HYPERLINK(0)", "+1", "-1+1", "@SUM(A1)", "\tx", "＝1"})
    void noCellIsAFormula(String hostile) {
        assertThat(Csv.line(List.of(hostile))).isEqualTo("'" + hostile + "\r\n");
    }

    @Test
    void aFormulaWithQuotesStaysOneCell() {
        assertThat(Csv.line(List.of("=cmd|'/c calc'!A1,\"x\""))).isEqualTo("\"'=cmd|'/c calc'!A1,\"\"x\"\"\"\r\n");
    }
}
