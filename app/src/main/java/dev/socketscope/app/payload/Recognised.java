package dev.socketscope.app.payload;

import dev.socketscope.app.live.FormatChoice;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.decode.Format;
import dev.socketscope.engine.decode.Meaning;
import java.util.Optional;

/**
 * What can be told of a payload before it is looked at in one way or the other. Finding it out may take a while.
 *
 * @param hint a few words on what it means; may be empty
 * @param automatic the format that it tells itself
 * @param readable whether it makes sense in the format that it is read in, or somebody wants it to
 */
record Recognised(String hint, Optional<Format> automatic, boolean readable) {
    static final Recognised NOTHING = new Recognised("", Optional.empty(), false);
    /** Of more bytes it is found out in the background. */
    static final int SHORT = 16 << 10;

    static Recognised of(Payload payload, Origin origin) {
        Optional<Format> automatic = new Origin(origin.frame(), origin.talk(), FormatChoice.AUTOMATIC).format(payload);
        Optional<Meaning> readable = origin.readable(payload);
        String hint = PayloadHint.of(payload);
        return new Recognised(hint.isEmpty() ? readable.map(Recognised::hint).orElse("") : hint, automatic,
                readable.isPresent());
    }

    /** The way to look at it that suits it. */
    PayloadTab usual(PayloadKind kind, byte[] bytes) {
        if (kind != PayloadKind.BINARY) {
            return kind == PayloadKind.TEXT && readable ? PayloadTab.DECODED : kind.usual();
        }
        return Picture.of(bytes).filter(Picture::shown).isPresent() ? PayloadTab.IMAGE
                : readable ? PayloadTab.DECODED : kind.usual();
    }

    private static String hint(Meaning meaning) {
        return meaning.format().label() + " · " + meaning.summary();
    }
}
