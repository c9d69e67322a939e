package dev.socketscope.app.controls;

import java.net.URL;

/** Where the window's files stand on the class path: CSS, FXML, fonts and strings from {@code src-fx-resources}. */
public final class Resources {
    private static final String ROOT = "/dev/socketscope/fx/";

    private Resources() {}

    /**
     * @param path for example {@code css/app.css}
     * @throws IllegalArgumentException when there is no such file, which only a broken build can cause
     */
    public static URL url(String path) {
        URL url = Resources.class.getResource(ROOT + path);
        if (url == null) {
            throw new IllegalArgumentException("No resource " + ROOT + path);
        }
        return url;
    }
}
