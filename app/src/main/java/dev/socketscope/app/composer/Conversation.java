package dev.socketscope.app.composer;

import dev.socketscope.app.composer.Transcript.Kind;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.DialEvent;
import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Dialed;
import dev.socketscope.engine.api.Dialer;
import dev.socketscope.engine.api.Opcode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that a person opens and talks over, again and again. JavaFX thread only, but for what the dialler tells; needs no
 * toolkit.
 *
 * <pre>
 *   dialler's thread: told ─► transcript, what is now ─► wake      JavaFX thread: drain ─► properties
 * </pre>
 */
final class Conversation {
    private final Dialer dialer;
    private final Runnable wake;
    private final SocketForm form;
    private final Body body = new Body();
    private final SentHistory history;
    private final Transcript transcript = new Transcript();
    private final StringProperty name;
    private final StringProperty closeCode = new SimpleStringProperty(Integer.toString(CloseCode.NORMAL));
    private final StringProperty closeReason = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Outcome> shown = new ReadOnlyObjectWrapper<>(Outcome.NONE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Pings pings = new Pings();
    private final Set<String> secrets = new LinkedHashSet<>();
    private volatile Outcome now = Outcome.NONE;
    private volatile int generation;
    private @Nullable Dialed socket;
    private long drained;

    /** How far it has come. */
    enum Phase {
        IDLE, CONNECTING, OPEN, CLOSING
    }

    /**
     * @param said what was heard last, in words
     * @param good whether that is what one hopes for
     */
    record Outcome(Phase phase, String said, boolean good) {
        static final Outcome NONE = new Outcome(Phase.IDLE, Strings.of("composer.talk.idle"), true);
    }

    /** @param wake makes {@link #drain} run soon; called from any thread */
    Conversation(Dialer dialer, Runnable wake, Favourite from) {
        this.dialer = dialer;
        this.wake = wake;
        form = new SocketForm(from.plan());
        history = new SentHistory(from.messages());
        name = new SimpleStringProperty(from.name());
    }

    SocketForm form() {
        return form;
    }

    Body body() {
        return body;
    }

    SentHistory history() {
        return history;
    }

    Transcript transcript() {
        return transcript;
    }

    /** The transcript for a file or the clipboard. */
    String text() {
        return TranscriptText.lines(transcript.all(), secrets());
    }

    /** What must not be written down of it. */
    List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** To be kept under its name. */
    Favourite favourite() {
        return new Favourite(name.get(), form.plan(), history.all());
    }

    /** Under which it is kept, or would be. */
    StringProperty name() {
        return name;
    }

    StringProperty closeCode() {
        return closeCode;
    }

    StringProperty closeReason() {
        return closeReason;
    }

    ReadOnlyObjectProperty<Outcome> outcome() {
        return shown.getReadOnlyProperty();
    }

    /** Why something was not sent; may be empty. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** Takes over what the dialler has told; whether there was something. */
    boolean drain() {
        long end = transcript.end();
        boolean changed = end != drained || shown.get() != now;
        drained = end;
        shown.set(now);
        return changed;
    }

    void connect() {
        if (now.phase() == Phase.IDLE) {
            form.target().ifPresent(this::dial);
        }
    }

    private void dial(DialTarget target) {
        problem.set("");
        form.plan().secrets().forEach(secrets::add);
        int its = ++generation;
        transcript.add(Kind.NOTE, null, utf8(ConversationWords.connecting(target)), "");
        become(new Outcome(Phase.CONNECTING, Strings.of("composer.talk.connecting"), true));
        socket = dialer.dial(target, event -> {
            if (its == generation) {
                heard(event);
            }
        });
    }

    /** Begins to end it; at once when it is not open, or does not end. */
    void disconnect() {
        Dialed open = socket;
        if (open == null || now.phase() == Phase.IDLE) {
            return;
        }
        if (now.phase() != Phase.OPEN) {
            open.drop();
            return;
        }
        Optional<Integer> code = code();
        if (code.isPresent()) {
            transcript.add(Kind.SENT, Opcode.CLOSE, utf8(closeReason.get()), code.get().toString());
            become(new Outcome(Phase.CLOSING, Strings.of("composer.talk.closing"), true));
            open.close(code.get(), closeReason.get());
        }
    }

    private Optional<Integer> code() {
        String typed = closeCode.get().strip();
        int code = typed.matches("\\d{4}") ? Integer.parseInt(typed) : 0;
        if (!CloseCode.mayStandOnWire(code)) {
            problem.set(Strings.of("composer.talk.code", CloseCode.ON_WIRE));
        } else if (CloseCode.lengthOnWire(closeReason.get()) > CloseCode.LONGEST_REASON) {
            problem.set(Strings.of("composer.talk.reason", Units.count(CloseCode.LONGEST_REASON)));
        } else {
            problem.set("");
            return Optional.of(code);
        }
        return Optional.empty();
    }

    /** Whether nothing would be lost with it. */
    boolean isUntouched() {
        return transcript.end() == 0 && form.url().get().isBlank() && name.get().isBlank()
                && body.text().get().isEmpty();
    }

    /** Ends it at once and hears no more of it. */
    void abandon() {
        generation++;
        Dialed open = socket;
        if (open != null) {
            open.drop();
        }
    }

    void send() {
        Optional<byte[]> bytes = body.bytes();
        if (bytes.isPresent() && pass(body.opcode().get(), bytes.get())) {
            history.add(body.state());
        }
    }

    void ping() {
        pass(Opcode.PING, utf8(pings.next()));
    }

    private boolean pass(Opcode opcode, byte[] payload) {
        Dialed open = socket;
        if (open == null || now.phase() != Phase.OPEN) {
            problem.set(Strings.of("composer.talk.closed"));
            return false;
        }
        // Before it is sent, because the answer may come sooner than this thread goes on.
        transcript.add(Kind.SENT, opcode, payload, "");
        boolean taken = open.send(opcode, payload);
        problem.set(taken ? "" : Strings.of("composer.talk.full"));
        if (!taken) {
            transcript.add(Kind.TROUBLE, null, utf8(problem.get()), "");
        }
        wake.run();
        return taken;
    }

    private void heard(DialEvent event) {
        switch (event) {
            case DialEvent.Received received -> transcript.add(Kind.RECEIVED, received.opcode(), received.payload(),
                    received.opcode() == Opcode.PONG ? roundTrip(received.payload()) : "");
            case DialEvent.Opened opened -> tell(Kind.NOTE, ConversationWords.answer(opened.answer(), ""),
                    new Outcome(Phase.OPEN, ConversationWords.opened(opened.answer()), true));
            case DialEvent.Refused refused -> tell(Kind.TROUBLE,
                    ConversationWords.answer(refused.answer(), refused.why()),
                    new Outcome(Phase.IDLE, Strings.of("composer.talk.refused",
                            ConversationWords.status(refused.answer())), false));
            case DialEvent.Failed failed -> ended(Strings.of("composer.talk.failed", failed.why()), false);
            case DialEvent.Closed closed -> ended(ConversationWords.closed(closed),
                    !closed.remote() || closed.code() == CloseCode.NORMAL);
        }
        wake.run();
    }

    private void ended(String words, boolean good) {
        tell(good ? Kind.NOTE : Kind.TROUBLE, words, new Outcome(Phase.IDLE, words, good));
    }

    private void tell(Kind kind, String words, Outcome outcome) {
        transcript.add(kind, null, utf8(words), "");
        now = outcome;
    }

    private String roundTrip(byte[] pong) {
        return pings.sentAt(new String(pong, StandardCharsets.UTF_8))
                .map(sent -> Units.millis(Duration.between(sent, Instant.now()).toNanos() / 1_000) + " ms")
                .orElse("");
    }

    private void become(Outcome outcome) {
        now = outcome;
        wake.run();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
