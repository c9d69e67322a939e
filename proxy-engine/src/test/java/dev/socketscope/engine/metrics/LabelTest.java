package dev.socketscope.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Direction;
import org.junit.jupiter.api.Test;

class LabelTest {
    @Test
    void whatWouldEndOrBreakTheValueIsEscaped() {
        assertThat(new Label("v", "a\\b\"c\nd").text()).isEqualTo("v=\"a\\\\b\\\"c\\nd\"");
        assertThat(new Label("v", "\\n").text()).isEqualTo("v=\"\\\\n\"");
        assertThat(new Label("v", "größer {µ}, =").text()).isEqualTo("v=\"größer {µ}, =\"");
    }

    @Test
    void directionsAreSeenFromTheServer() {
        assertThat(Label.of(Direction.TO_UPSTREAM)).isEqualTo(new Label("direction", "received"));
        assertThat(Label.of(Direction.TO_CLIENT)).isEqualTo(new Label("direction", "sent"));
    }
}
