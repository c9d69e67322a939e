package dev.socketscope.engine.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "permessage-deflate; client_max_window_bits | permessage-deflate; client_max_window_bits",
            "foo;a=1 ;  b , bar | foo; a=1; b, bar",
            "foo; a=\"10\" | foo; a=10",
            "foo; a=\"1\\0\" | foo; a=10",
            ",, foo ,,\tbar, | foo, bar",})
    void aWellFormedListIsReadAndWritten(String header, String expected) {
        assertThat(Extensions.parse(List.of(header)).map(Extensions::toString)).contains(expected);
    }

    @Test
    void severalHeaderFieldsAreOneList() {
        Extensions both = Extensions.parse(List.of("foo; x=1", "bar")).orElseThrow();
        assertThat(both.list()).extracting(Extensions.Extension::name).containsExactly("foo", "bar");
        assertThat(Extensions.parse(List.of()).orElseThrow().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"foo bar", "foo;", "foo; a=", "foo; a=\"", "foo; a=\"x", "foo; a=\"\"", "foo; a=\"b c\"",
            "foo; a=\"b,c\"", "foo/1", "; a", "foo; a=\"x\\", "foo; =1"})
    void aBrokenListIsNotGuessedAt(String header) {
        assertThat(Extensions.parse(List.of(header))).isEmpty();
    }
}
