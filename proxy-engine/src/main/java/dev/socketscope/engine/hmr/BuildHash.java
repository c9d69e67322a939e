package dev.socketscope.engine.hmr;

/** Follows the hashes by which webpack names its builds: a page fetches an update when the last good build is another one than its own. */
final class BuildHash {
    private String named = "";
    private String good = "";

    /** The server names a build; how it went is told later. */
    void named(String hash) {
        named = hash;
    }

    /** Whether this is the build named last; false where the server names none. */
    boolean isNamed(String hash) {
        return !hash.isEmpty() && named.equals(hash);
    }

    /**
     * The build named last went well.
     *
     * @return the good build before it, which a page has; empty when there is none, or it is the same
     */
    String wentWell() {
        String before = good;
        good = named;
        return before.equals(named) ? "" : before;
    }

    /** The last build that went well; empty before the first. */
    String good() {
        return good;
    }
}
