package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogSelectionTest {
    private final LogSelection<String> selection = new LogSelection<>();
    private final NumberRows rows = new NumberRows(0, 100_000);

    @Test
    void keepsTheContentOfARowThatHasVanished() {
        selection.only(50, "row 5");
        rows.first = 1_000;
        assertThat(selection.renew(rows, 50)).isFalse();
        assertThat(selection.leadRow()).isEqualTo("row 5");
        assertThat(selection.rows()).containsExactly("row 5");
    }

    @Test
    void takesTheNewestContentOfARowThatIsThere() {
        selection.only(50, "row 5 as it was");
        assertThat(selection.renew(rows, 50)).isTrue();
        assertThat(selection.leadRow()).isEqualTo("row 5");
    }

    @Test
    void extendsInBothDirectionsFromWhereItBegan() {
        selection.only(50, "row 5");
        selection.extend(rows, 7);
        assertThat(selection.rows()).containsExactly("row 5", "row 6", "row 7");
        assertThat(selection.lead()).isEqualTo(70);
        selection.extend(rows, 4);
        assertThat(selection.rows()).containsExactly("row 4", "row 5");
        assertThat(selection.lead()).isEqualTo(40);
    }

    @Test
    void extendsFromTheOldestRowLeftWhenItsBeginningHasVanished() {
        selection.only(50, "row 5");
        rows.first = 1_000;
        selection.extend(rows, 1_001);
        assertThat(selection.rows()).containsExactly("row 1000", "row 1001");
    }

    @Test
    void isBounded() {
        selection.only(0, "row 0");
        selection.extend(rows, 99_999);
        assertThat(selection.size()).isEqualTo(LogSelection.LIMIT);
        selection.toggle(999_990, "row 99999");
        assertThat(selection.size()).isEqualTo(LogSelection.LIMIT);
        assertThat(selection.contains(999_990)).isFalse();
    }

    @Test
    void togglesSingleRows() {
        selection.only(50, "row 5");
        selection.toggle(80, "row 8");
        assertThat(selection.rows()).containsExactly("row 5", "row 8");
        selection.toggle(80, "row 8");
        assertThat(selection.rows()).containsExactly("row 5");
        assertThat(selection.lead()).isEqualTo(50);
        selection.toggle(50, "row 5");
        assertThat(selection.lead()).isEqualTo(LogSelection.NONE);
    }
}
