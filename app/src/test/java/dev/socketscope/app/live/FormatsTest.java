package dev.socketscope.app.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.socketscope.app.controls.Memory;
import dev.socketscope.engine.decode.Format;
import dev.socketscope.engine.decode.Talk;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private final Memory memory = Memory.forgetful();
    private final Formats formats = new Formats(id -> Optional.empty(), memory);

    private static Talk named(String subprotocol) {
        return new Talk(subprotocol, "/ws", null, "off");
    }

    @Test
    void aChoiceHoldsForSocketsOfTheSameNameAndIsRemembered() {
        formats.choose(named("game.v1"), new FormatChoice.As(Format.CBOR));
        formats.choose(named("raw"), FormatChoice.AS_IT_IS);

        Formats later = new Formats(id -> Optional.empty(), memory);
        assertThat(later.choice(named("game.v1"))).isEqualTo(new FormatChoice.As(Format.CBOR));
        assertThat(later.choice(named("raw"))).isEqualTo(FormatChoice.AS_IT_IS);
        assertThat(later.choice(named("other"))).isEqualTo(FormatChoice.AUTOMATIC);

        later.choose(named("game.v1"), FormatChoice.AUTOMATIC);
        assertThat(new Formats(id -> Optional.empty(), memory).choice(named("game.v1"))).isEqualTo(
                FormatChoice.AUTOMATIC);
    }

    @Test
    void theOldestOfManyChoicesIsForgotten() {
        for (int i = 0; i <= Formats.MOST; i++) {
            formats.choose(named("p" + i), FormatChoice.AS_IT_IS);
        }
        assertThat(formats.choice(named("p0"))).isEqualTo(FormatChoice.AUTOMATIC);
        assertThat(formats.choice(named("p1"))).isEqualTo(FormatChoice.AS_IT_IS);
        assertThat(formats.changes().get()).isEqualTo(Formats.MOST + 1);
    }
}
