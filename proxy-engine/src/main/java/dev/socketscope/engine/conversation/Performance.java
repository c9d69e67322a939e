package dev.socketscope.engine.conversation;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Opcode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plays one side of a conversation against a peer and listens to what that says. The thread that calls {@link #play} waits in it; whoever reads the
 * socket tells {@link #heard} and {@link #ended} on any thread.
 */
public final class Performance {
    /** What comes so soon after the last message that was waited for still belongs to the answer. */
    private static final Duration QUIET = Duration.ofMillis(250);
    private static final long MICRO = 1_000;

    /** The way to the peer. */
    public interface Voice {
        /** @return false when it is not taken any more */
        boolean say(Opcode opcode, byte[] bytes);

        /** Begins the closing handshake. */
        void close(int code, String reason);
    }

    private final Conversation script;
    private final Direction mine;
    private final Pace pace;
    private final Sameness sameness;
    private final List<Message> heard = new ArrayList<>();
    private boolean over;
    private boolean closing;
    private int code = CloseInfo.ABNORMAL;
    private boolean byPeer;

    /** @param mine {@code TO_UPSTREAM} to play the client, {@code TO_CLIENT} to play the server */
    public Performance(Conversation script, Direction mine, Pace pace, Sameness sameness) {
        this.script = script;
        this.mine = mine;
        this.pace = pace;
        this.sameness = sameness;
    }

    /** The peer has said something. What comes after {@value Conversation#MOST_TURNS} messages is counted as one. */
    public synchronized void heard(Opcode opcode, byte[] bytes) {
        if (heard.size() <= Conversation.MOST_TURNS) {
            heard.add(new Message(opcode, bytes));
        }
        notifyAll();
    }

    /** The connection has ended. @param remote whether the peer began to end it */
    public synchronized void ended(int closeCode, boolean remote) {
        over = true;
        code = closeCode;
        byPeer = remote && !closing;
        notifyAll();
    }

    /** Says everything, listens, and ends the connection as it ended then. Returns when it has ended, or does not within the patience. */
    public Outcome play(Voice voice) throws InterruptedException {
        int said = 0;
        int expected = 0;
        long began = System.nanoTime();
        long first = script.turns().isEmpty() ? 0 : script.turns().getFirst().atMicros();
        for (Conversation.Turn turn : script.turns()) {
            if (turn.direction() != mine) {
                expected++;
            } else {
                if (pace.ordered()) {
                    awaitHeard(expected);
                } else {
                    sleepUntil(began + (long) ((turn.atMicros() - first) * MICRO / pace.speed()));
                }
                said += ended() || !voice.say(turn.message().opcode(), turn.message().bytes()) ? 0 : 1;
            }
        }
        awaitHeard(expected);
        awaitQuiet();
        close(voice);
        return outcome(said);
    }

    private synchronized boolean ended() {
        return over;
    }

    private synchronized void awaitHeard(int number) throws InterruptedException {
        long deadline = System.nanoTime() + pace.patience().toNanos();
        while (!over && heard.size() < number && deadline - System.nanoTime() > 0) {
            waitUntil(deadline);
        }
    }

    private synchronized void awaitQuiet() throws InterruptedException {
        int before;
        do {
            before = heard.size();
            long deadline = System.nanoTime() + QUIET.toNanos();
            while (!over && heard.size() == before && deadline - System.nanoTime() > 0) {
                waitUntil(deadline);
            }
        } while (!over && heard.size() != before && heard.size() <= Conversation.MOST_TURNS);
    }

    private synchronized void sleepUntil(long nanos) throws InterruptedException {
        while (!over && nanos - System.nanoTime() > 0) {
            waitUntil(nanos);
        }
    }

    private void waitUntil(long nanos) throws InterruptedException {
        Duration left = Duration.ofNanos(Math.max(1, nanos - System.nanoTime()));
        wait(Math.max(1, left.toMillis()));
    }

    private void close(Voice voice) throws InterruptedException {
        synchronized (this) {
            if (closedBy(other(mine)) != null) {
                awaitOver();
            }
            closing = !over;
        }
        if (closing) {
            CloseInfo then = closedBy(mine);
            if (then != null && CloseCode.mayStandOnWire(then.code())) {
                voice.close(then.code(), then.reason());
            } else {
                voice.close(CloseCode.NORMAL, "");
            }
        }
        awaitOver();
    }

    private synchronized void awaitOver() throws InterruptedException {
        long deadline = System.nanoTime() + pace.patience().toNanos();
        while (!over && deadline - System.nanoTime() > 0) {
            waitUntil(deadline);
        }
    }

    /** How this side closed the connection; null when it was not the one that did. */
    private @Nullable CloseInfo closedBy(Direction side) {
        CloseInfo then = script.close();
        return then != null && then.manner() == CloseInfo.Manner.CLOSE_FRAME && then.by() == by(side) ? then : null;
    }

    private static CloseInfo.By by(Direction direction) {
        return direction == Direction.TO_UPSTREAM ? CloseInfo.By.CLIENT : CloseInfo.By.UPSTREAM;
    }

    private static Direction other(Direction direction) {
        return direction == Direction.TO_UPSTREAM ? Direction.TO_CLIENT : Direction.TO_UPSTREAM;
    }

    private synchronized Outcome outcome(int said) {
        List<Message> recorded = script.of(other(mine));
        List<Difference> found = new ArrayList<>(Comparison.of(recorded, heard, sameness));
        CloseInfo then = closedBy(other(mine));
        if (then != null && (!byPeer || code != then.code())) {
            found.add(closed("- it closed with " + then.code(),
                    byPeer ? "+ it closed with " + code : "+ it did not close"));
        } else if (then == null && byPeer && (closedBy(mine) != null || heard.size() < recorded.size())) {
            // Where nobody had closed, either side may once all is said.
            found.add(closed("- it did not close", "+ it closed with " + code));
        }
        return new Outcome(script.id(), mine, said, script.of(mine).size(), recorded.size(), heard.size(),
                List.copyOf(found));
    }

    private static Difference closed(String was, String is) {
        return new Difference(Difference.Kind.CLOSE, 0, List.of(was, is));
    }
}
