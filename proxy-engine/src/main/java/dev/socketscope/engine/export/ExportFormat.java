package dev.socketscope.engine.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A format in which captured traffic is handed on. */
public enum ExportFormat {
    /** HTTP Archive 1.2 with {@code _webSocketMessages}, as Chrome's developer tools read and write it. */
    HAR,
    /** One JSON object a line: connections as in the control API, then frames with their content. */
    JSONL,
    /** Packet capture with TCP made up around the frames, for Wireshark. */
    PCAPNG;

    /** Of file names, and the name that commands know. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of a file's name; empty when its extension is none of theirs. */
    public static Optional<ExportFormat> ofName(String fileName) {
        return Arrays.stream(values())
                .filter(format -> fileName.toLowerCase(Locale.ROOT).endsWith("." + format.extension()))
                .findFirst();
    }
}
