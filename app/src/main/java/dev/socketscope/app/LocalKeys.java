package dev.socketscope.app;

import dev.socketscope.app.settings.KeyCheck;
import dev.socketscope.engine.api.UpstreamTls;
import dev.socketscope.engine.keys.PemFiles;
import java.util.Map;
import java.util.TreeMap;

/** Reads the files of certificates and keys on this machine, as an engine in this process does. */
final class LocalKeys implements KeyCheck {
    private static final String WHERE = "tls";

    @Override
    public Map<String, String> mistakes(UpstreamTls tls) {
        Map<String, String> mistakes = new TreeMap<>();
        tls.authorities().ifPresent(file -> note(mistakes, () -> PemFiles.certificates(WHERE + ".ca", file)));
        tls.certificate().ifPresent(files -> note(mistakes, () -> PemFiles.keyMaterial(WHERE, files)));
        return mistakes;
    }

    /** What cannot be used is told as {@code tls.cert: got …}. */
    private static void note(Map<String, String> mistakes, Runnable read) {
        try {
            read.run();
        } catch (IllegalArgumentException e) {
            String text = String.valueOf(e.getMessage());
            int colon = text.indexOf(": ");
            mistakes.put(text.substring(0, colon), text.substring(colon + 2));
        }
    }
}
