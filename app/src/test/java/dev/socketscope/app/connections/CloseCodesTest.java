package dev.socketscope.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloseCodesTest {
    @ParameterizedTest
    @ValueSource(strings = {"1000 Normal closure", "1003", "1007", "1014", "3000", "4999", " 4000 Application "})
    void codesThatMayStandInACloseFrame(String code) {
        assertThat(CloseCodes.problem(code, "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1004", "1005", "1006", "1015", "999", "2999", "5000", "", "normal", "10000000000"})
    void codesThatMayNot(String code) {
        assertThat(CloseCodes.problem(code, "")).isPresent();
    }

    @Test
    void everySuggestionIsAllowed() {
        assertThat(CloseCodes.SUGGESTED).allSatisfy(code -> assertThat(CloseCodes.problem(code, "")).isEmpty());
    }

    @Test
    void reasonsAreMeasuredInBytes() {
        assertThat(CloseCodes.problem("1000", "x".repeat(123))).isEmpty();
        assertThat(CloseCodes.problem("1000", "é".repeat(62)))
                .hasValueSatisfying(why -> assertThat(why).contains("124"));
    }
}
