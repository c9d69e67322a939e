package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Submit;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.Release;
import dev.socketscope.engine.api.Reply;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The messages that wait, and the one of them that is in the editor. JavaFX thread only; needs no toolkit.
 *
 * <pre>
 *   nothing ─► loading ─► ready ─ somebody decides ─► deciding ─ done ─► the next that waits, or nothing
 *                 │         │                            │
 *                 └─────────┴─ it went on by itself ──► gone: what was written stays
 * </pre>
 */
final class HeldModel {
    private static final int MOST_DRAFTS = 20;

    /** How the message in the editor is. */
    enum Phase {
        NOTHING, LOADING, READY,
        /** It can be let go and dropped, but is too long to be edited. */
        TOO_LONG, DECIDING,
        /** It waits no longer, and nobody has decided here. */
        GONE
    }

    private final Submit engine;
    private final Contents contents;
    private final Body body = new Body();
    private final ReadOnlyObjectWrapper<List<HeldMessage>> queue = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable HeldMessage> current = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NOTHING);
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final Set<String> decided = new HashSet<>();
    private final SequencedMap<String, Body.State> drafts = new LinkedHashMap<>();
    private Body.@Nullable State original;
    private final ReadOnlyObjectWrapper<@Nullable Leftover> leftover = new ReadOnlyObjectWrapper<>(null);
    private boolean fateKnown;

    /** What was written for a message that went on without it while another one was in the editor. */
    record Leftover(String held, String text) {}

    HeldModel(Submit engine, Contents contents) {
        this.engine = engine;
        this.contents = contents;
    }

    /** What waits, the message held first at the front. */
    ReadOnlyObjectProperty<List<HeldMessage>> queue() {
        return queue.getReadOnlyProperty();
    }

    /** The message in the editor, also when it waits no longer; null for none. */
    ReadOnlyObjectProperty<@Nullable HeldMessage> current() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** What became of the message, or why it cannot be edited; may be empty. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** The latest; null for none. */
    ReadOnlyObjectProperty<@Nullable Leftover> leftover() {
        return leftover.getReadOnlyProperty();
    }

    void forgetLeftover() {
        leftover.set(null);
    }

    Body body() {
        return body;
    }

    /** Whether something else stands in the editor than what came. */
    boolean changed() {
        return original != null && !original.equals(body.state());
    }

    /** Puts a message that waits into the editor. What was written for the one before is there again when that is chosen. */
    void choose(String id) {
        HeldMessage before = current.get();
        if (before != null && before.id().equals(id)) {
            return;
        }
        queue.get().stream().filter(message -> message.id().equals(id)).findFirst().ifPresent(message -> {
            if (before != null && changed() && phase.get() != Phase.GONE) {
                drafts.put(before.id(), body.state());
                leave(drafts.size() > MOST_DRAFTS ? drafts.firstEntry().getKey() : null);
            }
            edit(message);
        });
    }

    /** Goes to the message that has waited longest, or to none. */
    void next() {
        if (queue.get().isEmpty()) {
            edit(null);
        } else {
            edit(queue.get().getFirst());
        }
    }

    /** Puts what came back into the editor. */
    void revert() {
        if (original != null) {
            body.restore(original);
        }
    }

    /** Lets it go on as it came. */
    void forward() {
        decide(new Release.Forward());
    }

    /** Lets it go on as it stands in the editor: as it came when nothing was changed. */
    void forwardEdited() {
        if (!changed()) {
            forward();
        } else {
            body.bytes().ifPresent(bytes -> decide(new Release.Edited(body.opcode().get(), bytes)));
        }
    }

    void drop() {
        decide(new Release.Drop());
    }

    /** Lets everything go on as it came. What was written in the editor stays there. */
    void forwardAll() {
        List<HeldMessage> all = queue.get();
        all.forEach(message -> {
            decided.add(message.id());
            engine.submit(new Command.ReleaseHeld(message.id(), new Release.Forward()), reply -> {});
        });
        queue.set(List.of());
        if (changed()) {
            gone(Strings.of("composer.fate.all"), true);
        } else {
            edit(null);
        }
    }

    void follow(LiveState state) {
        List<HeldMessage> held = state.readings().interception().held();
        decided.removeIf(id -> held.stream().noneMatch(message -> message.id().equals(id)));
        queue.set(held.stream().filter(message -> !decided.contains(message.id())).toList());
        List.copyOf(drafts.keySet())
                .stream()
                .filter(id -> held.stream().noneMatch(message -> message.id().equals(id)))
                .forEach(this::leave);
        HeldMessage mine = current.get();
        if (mine == null && !queue.get().isEmpty()) {
            next();
        } else if (mine != null && phase.get() != Phase.DECIDING && !waits(mine.id()) && !fateKnown) {
            Optional<String> fate = Fates.of(mine.id(), state.events());
            gone(fate.orElseGet(Fates::unknown), fate.isPresent());
        }
    }

    private void leave(@Nullable String held) {
        Body.State written = held == null ? null : drafts.remove(held);
        if (held != null && written != null) {
            leftover.set(new Leftover(held, written.text()));
        }
    }

    private boolean waits(String id) {
        return queue.get().stream().anyMatch(message -> message.id().equals(id));
    }

    private void edit(@Nullable HeldMessage message) {
        original = null;
        fateKnown = false;
        note.set("");
        current.set(message);
        if (message == null) {
            phase.set(Phase.NOTHING);
            body.restore(new Body().state());
        } else if (message.length() > Body.LONGEST_EDITED) {
            body.show(message.opcode(), new byte[0]);
            note.set(Strings.of("composer.held.long", message.preview()));
            phase.set(Phase.TOO_LONG);
        } else {
            phase.set(Phase.LOADING);
            contents.ask(message.id(), content -> content.ifPresent(bytes -> arrived(message, bytes)));
        }
    }

    private void arrived(HeldMessage message, byte[] content) {
        if (phase.get() == Phase.LOADING && message.equals(current.get())) {
            body.show(message.opcode(), content);
            original = body.state();
            Body.State written = drafts.remove(message.id());
            if (written != null) {
                body.restore(written);
            }
            phase.set(Phase.READY);
        }
    }

    private void decide(Release how) {
        HeldMessage message = current.get();
        if (message == null || phase.get() == Phase.DECIDING || phase.get() == Phase.GONE) {
            return;
        }
        phase.set(Phase.DECIDING);
        engine.submit(new Command.ReleaseHeld(message.id(), how), reply -> {
            if (reply instanceof Reply.Refused refused) {
                note.set(refused.reason());
                phase.set(original == null ? Phase.TOO_LONG : Phase.READY);
            } else {
                decided.add(message.id());
                queue.set(queue.get().stream().filter(each -> !each.id().equals(message.id())).toList());
                next();
            }
        });
    }

    private void gone(String why, boolean known) {
        fateKnown = known;
        note.set(why);
        phase.set(Phase.GONE);
    }
}
