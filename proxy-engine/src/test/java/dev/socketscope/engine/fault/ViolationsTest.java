package dev.socketscope.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.engine.api.MessageFault.Rule;
import dev.socketscope.engine.ws.FrameDecoder;
import dev.socketscope.engine.ws.FrameSink;
import dev.socketscope.engine.ws.Violation;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ViolationsTest {
    /** Bytes as RFC 6455 §5.2 draws them. */
    @ParameterizedTest
    @CsvSource({"RSV,false,91056661756c74", "OPCODE,false,83056661756c74", "CONTINUATION,false,80056661756c74",
            "MASK,true,81056661756c74"})
    void theFrameIsRightButForOneThing(Rule rule, boolean masked, String hex) {
        assertThat(Violations.frame(rule, masked)).isEqualTo(HexFormat.of().parseHex(hex));
    }

    @Test
    void anOversizePingHas126Bytes() {
        assertThat(HexFormat.of().formatHex(Violations.frame(Rule.OVERSIZE_CONTROL, false))).startsWith("897e007e")
                .hasSize(2 * (4 + 126));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void theDecoderSeesOneViolationAndNothingBehindIt(Rule rule) {
        for (boolean fromClient : new boolean[]{true, false}) {
            List<Violation> seen = new ArrayList<>();
            FrameDecoder decoder = new FrameDecoder(fromClient, false);
            decoder.feed(ByteBuffer.wrap(Violations.frame(rule, fromClient)), new FrameSink() {
                @Override
                public void header(FrameDecoder frame) {}

                @Override
                public void payload(FrameDecoder frame, ByteBuffer part) {}

                @Override
                public void end(FrameDecoder frame) {}

                @Override
                public void violation(FrameDecoder frame, Violation violation) {
                    seen.add(violation);
                }
            });

            assertThat(seen).as("from client: %s", fromClient).containsExactly(expected(rule, fromClient));
        }
    }

    private static Violation expected(Rule rule, boolean fromClient) {
        return switch (rule) {
            case RSV -> Violation.RESERVED_BITS;
            case OPCODE -> Violation.RESERVED_OPCODE;
            case MASK -> fromClient ? Violation.UNMASKED_FROM_CLIENT : Violation.MASKED_FROM_SERVER;
            case CONTINUATION -> Violation.CONTINUATION_WITHOUT_START;
            case OVERSIZE_CONTROL -> Violation.CONTROL_TOO_LONG;
        };
    }
}
