package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenTest {
    @Test
    void whatFitsStaysAsItIs() {
        assertThat(Shorten.to("/ws/feed", 8)).isEqualTo("/ws/feed");
    }

    @Test
    void whatIsCutSaysSoWithinItsLength() {
        assertThat(Shorten.to("/ws/feeds", 8)).isEqualTo("/ws/fee…");
        assertThat(Shorten.line("x".repeat(4_000))).hasSize(240).endsWith("x…");
    }

    @Test
    void aCharacterOfTwoHalvesIsNotCutApart() {
        assertThat(Shorten.to("abc😀def", 5)).isEqualTo("abc…");
    }
}
