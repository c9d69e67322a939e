package dev.socketscope.engine.ws;

import static dev.socketscope.engine.api.Route.Compression.INDEPENDENT;
import static dev.socketscope.engine.api.Route.Compression.OFF;
import static dev.socketscope.engine.api.Route.Compression.TRANSPARENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.ws.CompressionPolicy.Agreed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CompressionPolicyTest {
    private static final String BOTH = "server_no_context_takeover; client_no_context_takeover";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "permessage-deflate | permessage-deflate; server_no_context_takeover; client_no_context_takeover",
            "permessage-deflate; client_max_window_bits | permessage-deflate; client_max_window_bits; "
                    + "server_no_context_takeover; client_no_context_takeover",
            "permessage-deflate; client_no_context_takeover | permessage-deflate; client_no_context_takeover; "
                    + "server_no_context_takeover",
            "permessage-deflate; server_max_window_bits=10, permessage-deflate | "
                    + "permessage-deflate; server_max_window_bits=10; server_no_context_takeover; "
                    + "client_no_context_takeover, permessage-deflate; server_no_context_takeover; "
                    + "client_no_context_takeover",
            "x-other;  a=1 | x-other;  a=1"})
    void independentAsksEveryOfferToBeginAfreshBothWays(String offer, String expected) {
        assertThat(CompressionPolicy.offer(INDEPENDENT, List.of(offer))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "permessage-deflate; server_no_context_takeover | permessage-deflate; server_no_context_takeover; "
                    + "client_no_context_takeover",
            "permessage-deflate | permessage-deflate; client_no_context_takeover", "x-other | x-other"})
    void independentAddsOnlyTheClientsDutyToTheAnswer(String answer, String expected) {
        assertThat(CompressionPolicy.answer(INDEPENDENT, List.of(answer))).containsExactly(expected);
    }

    @Test
    void whatNeedsNoChangeKeepsItsVerySpelling() {
        String spelled = "Permessage-Deflate;server_no_context_takeover;  client_no_context_takeover";
        assertThat(CompressionPolicy.offer(INDEPENDENT, List.of(spelled))).containsExactly(spelled);
        assertThat(CompressionPolicy.answer(INDEPENDENT, List.of(spelled))).containsExactly(spelled);
    }

    @Test
    void offTakesTheExtensionOutAndTheHeaderWithIt() {
        assertThat(CompressionPolicy.offer(OFF, List.of("permessage-deflate; client_max_window_bits"))).isEmpty();
        assertThat(CompressionPolicy.offer(OFF, List.of("permessage-deflate, x-other", "y; b=2")))
                .containsExactly("x-other, y; b=2");
        assertThat(CompressionPolicy.offer(OFF, List.of("x-other", "y"))).containsExactly("x-other", "y");
        assertThat(CompressionPolicy.offer(OFF, List.of("permessage-deflate; ="))).isEmpty();
    }

    @Test
    void transparentChangesNothing() {
        List<String> anything = List.of("permessage-deflate;=", "foo");
        assertThat(CompressionPolicy.offer(TRANSPARENT, anything)).isEqualTo(anything);
        assertThat(CompressionPolicy.answer(TRANSPARENT, anything)).isEqualTo(anything);
    }

    @ParameterizedTest
    @EnumSource(Route.Compression.class)
    void withoutAHeaderThereIsNothingToSay(Route.Compression policy) {
        assertThat(CompressionPolicy.offer(policy, List.of())).isEmpty();
        assertThat(CompressionPolicy.answer(policy, List.of())).isEmpty();
        assertThat(CompressionPolicy.agreed(List.of())).isEqualTo(Agreed.NOTHING);
    }

    @Test
    void whatWasAgreedIsReadFromTheAnswer() {
        assertThat(CompressionPolicy.agreed(List.of("permessage-deflate"))).isEqualTo(new Agreed(true, true, true));
        assertThat(CompressionPolicy.agreed(List.of("permessage-deflate; " + BOTH)))
                .isEqualTo(new Agreed(true, false, false));
        assertThat(CompressionPolicy.agreed(List.of("x-other", "permessage-deflate; server_no_context_takeover")))
                .isEqualTo(new Agreed(true, true, false));
        assertThat(CompressionPolicy.agreed(List.of("x-other"))).isEqualTo(Agreed.NOTHING);
    }
}
