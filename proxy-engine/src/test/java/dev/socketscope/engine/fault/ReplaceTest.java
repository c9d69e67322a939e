package dev.socketscope.engine.fault;

import static dev.socketscope.engine.fault.Sent.changed;
import static dev.socketscope.engine.fault.Sent.down;
import static dev.socketscope.engine.fault.Sent.through;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.MessageFault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One piece of messages becomes another. */
class ReplaceTest {
    private static @Nullable String replaced(String text, String find, String with) {
        return changed(down(Armed.with(new MessageFault.Replace(find, with))), text);
    }

    @ParameterizedTest
    @CsvSource({"cat and cat,cat,bird,bird and bird", "aaaa,aa,b,bb", "aaa,aa,b,ba", "abc,abc,'',''", "abc,c,cc,abcc",
            "aab,ab,x,ax", "größe,ö,oe,groeße", "k:1,hex:3a 31,=2,k=2"})
    void everyOccurrenceIsReplacedFromLeftToRight(String text, String find, String with, String expected) {
        assertThat(replaced(text, find, with)).isEqualTo(expected);
    }

    @Test
    void whatWasPutInIsNotSearched() {
        assertThat(replaced("a-a", "a", "aa")).isEqualTo("aa-aa");
    }

    @ParameterizedTest
    @CsvSource({"abc,d", "abc,abcd", "'',a", "Abc,a"})
    void whatDoesNotOccurIsLeft(String text, String find) {
        assertThat(replaced(text, find, "x")).isNull();
    }

    @Test
    void aMessageInWhichItDoesNotOccurIsNoCandidate() {
        Armed armed = Armed.with(Fault.of(new MessageFault.Replace("a", "b")).on(FaultMatch.ANY.every(2, 0)));

        assertThat(through(down(armed), "a1", "-", "", "a2")).containsExactly("a1", "-", "", "b2");
        assertThat(armed.details()).containsExactly("message changed: replace");
    }

    @Test
    void aMessageThatWouldBecomeTooLongIsLeft() {
        String growth = "b".repeat(1 << 16);

        assertThat(replaced("a".repeat(256), "a", growth)).hasSize(MessageFault.Replace.LONGEST_RESULT);
        assertThat(replaced("a".repeat(257), "a", growth)).isNull();
    }
}
