package dev.socketscope.engine.cli;

import picocli.CommandLine.IVersionProvider;

/** Answers {@code --version}: the version of the jar that this class came in, and the Java that runs it. */
public final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String packaged = Version.class.getPackage().getImplementationVersion();
        return new String[]{"socketscope " + (packaged == null ? "development" : packaged),
                "Java " + Runtime.version() + " on " + System.getProperty("os.name")};
    }
}
