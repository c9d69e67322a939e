package dev.socketscope.app.scenarios;

import java.time.Duration;

/** What is played for pictures: one scenario that is under way, and one that has been played to its end. */
final class Demonstration {
    private static final String LONG = "flaky-train";
    private static final String SHORT = "deploy";
    private static final Duration ENOUGH = Duration.ofMillis(5_400);

    private final Library library;
    private final Shelf shelf;
    private final Runs runs;
    private final Runnable play;

    /** @param play plays what is shown */
    Demonstration(Library library, Shelf shelf, Runs runs, Runnable play) {
        this.library = library;
        this.shelf = shelf;
        this.runs = runs;
        this.play = play;
    }

    /** Plays it until there is enough to see; whether that is still to come. */
    boolean underWay() {
        if (runs.state().get() == Runs.State.IDLE) {
            play(LONG);
        }
        Duration clock = runs.clock().get();
        return clock == null || clock.compareTo(ENOUGH) < 0;
    }

    /** Ends what is played, and plays the other one unless that has been done; whether it is still to end. */
    boolean played() {
        Playing now = runs.now().get();
        if (now != null && now.scenario().name().equals(LONG)) {
            runs.stop();
            if (runs.state().get() == Runs.State.IDLE) {
                play(SHORT);
            }
            return true;
        }
        return runs.state().get() != Runs.State.IDLE;
    }

    private void play(String name) {
        library.documents().stream().filter(document -> document.name().get().equals(name)).findFirst().ifPresent(d -> {
            shelf.currentProperty().set(d);
            play.run();
        });
    }
}
