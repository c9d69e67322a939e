package dev.socketscope.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"250, 250000, 250 ms", "250ms, 250000, 250 ms", "1.5 s, 1500000, 1.5 s", "90 s, 90000000, 90 s",
            "2min, 120000000, 2 min", "0, 0, 0 ms", "350 µs, 350, 350 µs", "1 h, 3600000000, 1 h"})
    void aTimeIsReadAndWrittenAsPeopleDo(String typed, long micros, String text) {
        assertThat(Quantity.TIME.read(typed)).contains(micros);
        assertThat(Quantity.TIME.text(micros)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"64 KB/s, 65536, 64 KB/s", "100, 100, 100 B/s", "1.5 mb/s, 1572864, 1.5 MB/s"})
    void aRateIsReadAndWrittenAsPeopleDo(String typed, long bytes, String text) {
        assertThat(Quantity.RATE.read(typed)).contains(bytes);
        assertThat(Quantity.RATE.text(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5 ms", "5 parsecs", "1e3", "99999999999999999999 h", "1 2"})
    void whatIsNoTimeIsNotGuessed(String typed) {
        assertThat(Quantity.TIME.read(typed)).isEmpty();
    }

    @Test
    void numbersAreWholeAndSharesAreNot() {
        assertThat(Quantity.NUMBER.read("1.5")).isEmpty();
        assertThat(Quantity.NUMBER.read("12")).contains(12L);
        assertThat(Quantity.SHARE.read("12.5 %")).contains(125_000L);
        assertThat(Quantity.SHARE.text(1_000)).isEqualTo("0.1 %");
    }

    @Test
    void everyPlaceOfASliderSaysExactlyWhatItMeans() {
        for (Scale scale : List.of(Scale.of(Quantity.TIME, "1 ms", "10 s"),
                Scale.fromZero(Quantity.TIME, "1 ms", "1 min"),
                Scale.of(Quantity.RATE, "100 B/s", "100 MB/s"), Scale.of(Quantity.BYTES, "1 B", "1 GB"),
                Scale.of(Quantity.NUMBER, "2", "100"), Scale.of(Quantity.SHARE, "0.1 %", "100 %"))) {
            long before = -1;
            for (int i = 0; i <= 1_000; i++) {
                long value = scale.value(i / 1_000.0);
                String text = scale.quantity().text(value);
                assertThat(scale.quantity().read(text)).as(text).contains(value);
                assertThat(text.replaceAll("[^0-9]", "")).as(text).hasSizeLessThanOrEqualTo(4);
                assertThat(value).as("a slider never goes back").isGreaterThanOrEqualTo(before);
                before = value;
            }
            assertThat(scale.value(1)).isEqualTo(scale.most());
            assertThat(scale.value(0)).isEqualTo(scale.zero() ? 0 : scale.least());
        }
    }

    @Test
    void aValueBeyondTheSliderStandsAtItsEnd() {
        Scale scale = Scale.of(Quantity.TIME, "1 ms", "10 s");

        assertThat(scale.position(60_000_000)).isEqualTo(1);
        assertThat(scale.position(1)).isZero();
    }
}
