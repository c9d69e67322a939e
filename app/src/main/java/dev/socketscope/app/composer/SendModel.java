package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Problems;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.Reply;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Sends messages that no peer has sent. JavaFX thread only; needs no toolkit. */
final class SendModel {
    static final String TARGET = "connection";

    private final Submit engine;
    private final Letters letters;
    private final ObjectProperty<FaultMatch> target = new SimpleObjectProperty<>(FaultMatch.ANY);
    private final ObjectProperty<Direction> direction = new SimpleObjectProperty<>(Direction.TO_CLIENT);
    private final Body body = new Body();
    private final Problems problems = new Problems(TARGET);
    private final ReadOnlyStringWrapper done = new ReadOnlyStringWrapper("");

    SendModel(Submit engine, Letters letters) {
        this.engine = engine;
        this.letters = letters;
        target.subscribe((before, now) -> forget());
        direction.subscribe((before, now) -> forget());
        body.text().subscribe((before, now) -> forget());
    }

    /** Into which connection; one that names none while none is chosen. */
    ObjectProperty<FaultMatch> target() {
        return target;
    }

    ObjectProperty<Direction> direction() {
        return direction;
    }

    Body body() {
        return body;
    }

    Letters letters() {
        return letters;
    }

    Problems problems() {
        return problems;
    }

    /** What the engine said to the message before; may be empty. */
    ReadOnlyStringProperty done() {
        return done.getReadOnlyProperty();
    }

    void send() {
        forget();
        String connection = target.get().connection();
        if (connection == null) {
            problems.tell(TARGET, Strings.of("composer.choose"));
            return;
        }
        Optional<byte[]> bytes = body.bytes();
        if (bytes.isEmpty()) {
            return;
        }
        Letter letter = new Letter(direction.get(), body.state());
        engine.submit(new Command.InjectMessage(connection, direction.get(), body.opcode().get(), bytes.get()),
                reply -> answered(letter, reply));
    }

    /** Puts a message back into the fields. */
    void take(Letter letter) {
        direction.set(letter.direction());
        body.restore(letter.body());
    }

    private void answered(Letter letter, Reply reply) {
        switch (reply) {
            case Reply.Done said -> {
                letters.sent(letter);
                done.set(said.message());
            }
            case Reply.Refused refused -> problems.tell(refused.reason());
            case Reply.Armed _ -> throw new IllegalStateException("No fault was asked for");
        }
    }

    private void forget() {
        problems.clear();
        done.set("");
    }
}
