package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.decode.Meaning;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes the decoded view: a document as JSON, and what has to be said of how it was read. */
record DecodedMaker(Payload payload, Origin origin) implements MadePart.Maker {
    @Override
    public void make(Indexing.Progress progress, Consumer<Part> show) {
        Optional<Meaning> meaning = origin.meaning(payload);
        if (meaning.isEmpty()) {
            show.accept(Part.said(Strings.of("payload.decoded.none")));
            return;
        }
        Meaning read = meaning.get();
        var index = new JsonIndex(read.json(), 0);
        show.accept(Part.json(read.json(), index, note(read)));
        index.run(progress);
    }

    private static String note(Meaning meaning) {
        return meaning.notes().isEmpty() ? "" : meaning.format().label() + ": " + String.join(" ", meaning.notes());
    }
}
