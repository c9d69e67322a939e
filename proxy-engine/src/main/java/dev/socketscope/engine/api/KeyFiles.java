package dev.socketscope.engine.api;

import java.nio.file.Path;

/**
 * A certificate and the key that belongs to it, both in PEM.
 *
 * @param certificate the certificate first, then those that lead to its authority
 * @param key PKCS #8, or the older notations of RSA and EC keys; without a passphrase
 */
public record KeyFiles(Path certificate, Path key) {}
