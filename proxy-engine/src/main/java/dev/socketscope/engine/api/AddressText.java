package dev.socketscope.engine.api;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numeric addresses as people write them, IPv6 in the form of RFC 5952: {@code 127.0.0.1:9000}, {@code [::1]:9000}. */
public final class AddressText {
    /** Groups that are nothing but zero, two or more of them. */
    private static final Pattern ZEROS = Pattern.compile("(?<![^:])0(?::0)+(?=:|%|$)");

    private AddressText() {}

    /** Host and port, IPv6 in brackets; the name in place of an address that was not found. */
    public static String of(InetSocketAddress address) {
        return inUrl(address) + ":" + address.getPort();
    }

    /** The host alone, IPv6 in brackets. */
    public static String inUrl(InetSocketAddress address) {
        InetAddress found = address.getAddress();
        String host = found == null ? address.getHostString() : host(found);
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /** The address alone, with the zone that one of IPv6 may have. */
    public static String host(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address ? shortened(text) : text;
    }

    /** The first of the longest runs of zeros gives way to two colons (RFC 5952 §4.2). */
    private static String shortened(String text) {
        Matcher zeros = ZEROS.matcher(text);
        MatchResult longest = null;
        while (zeros.find()) {
            if (longest == null || zeros.group().length() > longest.group().length()) {
                longest = zeros.toMatchResult();
            }
        }
        if (longest == null) {
            return text;
        }
        String before = text.substring(0, Math.max(0, longest.start() - 1));
        String behind = text.substring(longest.end());
        return before + "::" + (behind.startsWith(":") ? behind.substring(1) : behind);
    }
}
