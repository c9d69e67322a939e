package dev.socketscope.engine.recording;

import java.nio.file.Path;
import java.time.Instant;

/**
 * How a recording goes.
 *
 * @param file the one that is being written, or was last
 * @param frames written so far, over all files
 * @param missed frames that the capture had dropped before they could be written
 * @param bytes of the file that is being written
 * @param rolled files that were finished because they were full, and are still there
 * @param trouble why it has ended by itself; empty while it runs, or when it was stopped
 */
public record RecorderStatus(Path file, Instant since, boolean running, long frames, long missed, long bytes,
        int rolled, String trouble) {}
