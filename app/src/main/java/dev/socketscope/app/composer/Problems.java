package dev.socketscope.app.composer;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is wrong with the fields of a form, each by its key. JavaFX thread only; needs no toolkit. */
final class Problems {
    /** For what concerns no field alone. */
    static final String GENERAL = "";

    private final ReadOnlyStringWrapper general = new ReadOnlyStringWrapper("");
    private final Map<String, ReadOnlyStringWrapper> byKey = new HashMap<>();

    /** @param keys of the fields */
    Problems(String... keys) {
        byKey.put(GENERAL, general);
        for (String key : keys) {
            byKey.put(key, new ReadOnlyStringWrapper(""));
        }
    }

    /** Empty while nothing is wrong; that of the whole form for a key that has no field. */
    ReadOnlyStringProperty of(String key) {
        return find(key).getReadOnlyProperty();
    }

    void tell(String key, String problem) {
        find(key).set(byKey.containsKey(key) ? problem : key + ": " + problem);
    }

    /** @param refusal what the engine says; it may begin with the key of a field and a colon */
    void tell(String refusal) {
        int colon = refusal.indexOf(": ");
        String key = colon < 0 ? "" : refusal.substring(0, colon);
        if (byKey.containsKey(key)) {
            tell(key, colon < 0 ? refusal : refusal.substring(colon + 2));
        } else {
            tell(GENERAL, refusal);
        }
    }

    void clear() {
        byKey.values().forEach(problem -> problem.set(""));
    }

    private ReadOnlyStringWrapper find(String key) {
        ReadOnlyStringWrapper its = byKey.get(key);
        return its == null ? general : its;
    }
}
