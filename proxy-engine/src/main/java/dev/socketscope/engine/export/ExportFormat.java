package dev.socketscope.engine.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A format in which captured traffic is handed on. */
public enum ExportFormat {
    /** HTTP Archive 1.2 with {@code _webSocketMessages}, as Chrome's developer tools read and write it. */
    HAR,
    /** One JSON object a line: connections as in the control API, then frames with their content. */
    JSONL,
    /** Packet capture with TCP made up around the frames, for Wireshark. */
    PCAPNG,
    /** A table with a row a frame, for spreadsheets. */
    CSV,
    /** Every whole message as a file of its own, in a folder for each connection. */
    ZIP,
    /** A report to hand on: one page without script, of what happened and of the frames. */
    HTML;

    /** Of file names, and the name that commands know. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, for messages: {@code har, jsonl, …}. */
    public static String names() {
        return Arrays.stream(values()).map(ExportFormat::extension).collect(Collectors.joining(", "));
    }

    /** As commands and file names have it. */
    @Override
    public String toString() {
        return extension();
    }

    /** The format of a file's name; empty when its extension is none of theirs. */
    public static Optional<ExportFormat> ofName(String fileName) {
        return Arrays.stream(values())
                .filter(format -> fileName.toLowerCase(Locale.ROOT).endsWith("." + format.extension()))
                .findFirst();
    }
}
