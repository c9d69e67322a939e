package dev.socketscope.app.settings;

import dev.socketscope.engine.api.UpstreamTls;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What is wrong with the files that drafts name, as far as it is known. JavaFX thread only; needs no toolkit. */
final class KeyFindings {
    /** What somebody typed on the way to a name is not kept for ever. */
    private static final int MOST = 64;

    /** Looks into files, perhaps later. */
    interface Source {
        /** For an engine elsewhere, which looks itself when routes are applied. */
        Source NONE = (tls, found) -> {};

        /** @param found gets what {@link KeyCheck} tells, at most once */
        void ask(UpstreamTls tls, Consumer<? super Map<String, String>> found);
    }

    private final Source source;
    private final Runnable changed;
    private final Map<UpstreamTls, Map<String, String>> known = new HashMap<>();

    /** @param changed told when more is known than before */
    KeyFindings(Source source, Runnable changed) {
        this.source = source;
        this.changed = changed;
    }

    /** What is wrong, by field; empty as long as nobody has looked. */
    Map<RouteField, String> of(RouteDraft draft) {
        UpstreamTls tls = draft.files();
        Map<RouteField, String> wrong = new EnumMap<>(RouteField.class);
        if (tls.authorities().isEmpty() && tls.certificate().isEmpty()) {
            return wrong;
        }
        Map<String, String> found = known.get(tls);
        if (found == null) {
            ask(tls);
            found = known.getOrDefault(tls, Map.of());
        }
        for (RouteField field : RouteField.Part.TLS.fields()) {
            String text = found.get(field.key());
            if (text != null) {
                wrong.put(field, text);
            }
        }
        return wrong;
    }

    /** Looks again at what has been looked at: files change while nobody types. */
    void again() {
        known.keySet().stream().toList().forEach(this::ask);
    }

    private void ask(UpstreamTls tls) {
        if (known.size() >= MOST) {
            known.clear();
        }
        known.putIfAbsent(tls, Map.of());
        source.ask(tls, found -> {
            if (!found.equals(known.put(tls, found))) {
                changed.run();
            }
        });
    }
}
