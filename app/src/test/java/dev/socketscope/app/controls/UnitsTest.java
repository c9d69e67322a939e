package dev.socketscope.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({"0, 0 B", "86, 86 B", "999, 999 B", "1000, 1.0 KB", "1229, 1.2 KB", "10188, 9.9 KB", "319488, 312 KB",
            "4299161, 4.1 MB", "268435456, 256 MB", "-5, 0 B"})
    void sizesHaveTwoOrThreeFigures(double bytes, String text) {
        assertThat(Units.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 0", "0.04 | 0.1", "0.44 | 0.4", "9.4 | 9.4", "9.96 | 10",
            "1284.3 | 1,284"})
    void slowRatesKeepOneDecimalAndAreNeverShownAsNothing(double rate, String text) {
        assertThat(Units.perSecond(rate)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0 | 0.00", "310 | 0.31", "994 | 0.99", "4200 | 4.2", "99400 | 99.4",
            "251200 | 251",
            "12345678 | 12,346"})
    void millisecondsHaveThreeFigures(long micros, String text) {
        assertThat(Units.millis(micros)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 00:00", "44, 00:44", "761, 12:41", "11232, 3:07:12", "183600, 2d 03:00", "-3, 00:00"})
    void agesAreClocks(long seconds, String text) {
        assertThat(Units.age(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"44, 44 s", "720, 12 min", "11232, 3 h 7 min", "183600, 2 d 3 h"})
    void spansAreWords(long seconds, String text) {
        assertThat(Units.span(Duration.ofSeconds(seconds))).isEqualTo(text);
    }
}
