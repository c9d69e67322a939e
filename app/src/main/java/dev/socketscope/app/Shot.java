package dev.socketscope.app;

import dev.socketscope.app.controls.Appearance.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One picture of the window.
 *
 * @param name of the place, as in the file's name
 * @param panel id of the panel
 * @param tab id of the tab about the chosen connection; empty for the one that is open
 */
record Shot(String name, String panel, String tab, Theme theme, int width, int height) {
    /** Of the usual window and of the larger pictures, in pixels. */
    static final int WIDTH = 1440;
    static final int HEIGHT = 900;

    private record Place(String name, String panel, String tab) {}

    private static final List<Place> PLACES = List.of(new Place("overview", "overview", ""),
            new Place("connections", "connections", "frames"),
            new Place("connections-groups", "connections", "groups"),
            new Place("handshake", "connections", "handshake"), new Place("replay", "connections", "again"),
            new Place("frames", "frames", "json"),
            new Place("frames-diff", "frames", "diff"),
            new Place("events", "events", ""), new Place("rtt", "rtt", ""), new Place("timeline", "timeline", ""),
            new Place("hmr", "hmr", ""), new Place("faults", "faults", ""),
            new Place("scenarios", "scenarios", ""), new Place("scenario-results", "scenarios", "results"),
            new Place("composer", "composer", "hold"), new Place("composer-send", "composer", "send"),
            new Place("metrics", "metrics", "socketscope_time_in_proxy_seconds"), new Place("log", "log", ""),
            new Place("composer-connect", "composer", "connect"),
            new Place("settings", "settings", "general"),
            new Place("settings-routes", "settings", "routes"), new Place("palette", "connections", "palette"),
            new Place("shortcuts", "connections", "keys"));
    private static final List<int[]> SIZES = List.of(new int[]{WIDTH, HEIGHT}, new int[]{1100, 700});

    /** Every place once, as in the larger dark pictures. */
    static List<Shot> places() {
        return all().subList(0, PLACES.size());
    }

    /** Every place in every theme and size: first those of the larger dark window. */
    static List<Shot> all() {
        return all(PLACES);
    }

    /** The window that shows metrics and nothing else, in every theme and size. */
    static List<Shot> metricsOnly() {
        return all(List.of(new Place("metrics-only", "", "")));
    }

    private static List<Shot> all(List<Place> places) {
        List<Shot> shots = new ArrayList<>();
        for (int[] size : SIZES) {
            for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
                for (Place place : places) {
                    shots.add(new Shot(place.name(), place.panel(), place.tab(), theme, size[0], size[1]));
                }
            }
        }
        return shots;
    }

    /** {@code connections-dark-1440x900.png}. */
    String fileName() {
        return name + "-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height + ".png";
    }
}
