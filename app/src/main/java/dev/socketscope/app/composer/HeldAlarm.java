package dev.socketscope.app.composer;

/** Tells once that something waits, and not again before somebody has looked. */
final class HeldAlarm {
    private boolean told;

    /**
     * @param waiting how many messages wait
     * @param seen whether they are in sight
     * @return whether to tell now
     */
    boolean due(int waiting, boolean seen) {
        boolean due = waiting > 0 && !seen && !told;
        told = !seen && (told || due);
        return due;
    }
}
