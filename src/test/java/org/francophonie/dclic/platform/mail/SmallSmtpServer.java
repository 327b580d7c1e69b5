package org.francophonie.dclic.platform.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that is as strict, as slow of understanding or as fragile as a test wants it. */
final class SmallSmtpServer implements AutoCloseable {
    /** What it does with a letter. */
    enum Mood {
        TAKES,
        SAYS_LATER,
        KNOWS_NOBODY,
        TAKES_AND_BREAKS_BEFORE_SAYING_SO
    }

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final boolean international;
    private volatile Mood mood = Mood.TAKES;
    private final List<String> envelopes = new CopyOnWriteArrayList<>();
    private final List<String> letters = new CopyOnWriteArrayList<>();

    SmallSmtpServer(boolean international) throws IOException {
        this.international = international;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    void mood(Mood mood) {
        this.mood = mood;
    }

    /** The lines MAIL FROM and RCPT TO. */
    List<String> envelopes() {
        return envelopes;
    }

    /** As they came over the wire. */
    List<String> letters() {
        return letters;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (var caller = door.accept()) {
                talk(caller);
            } catch (IOException _) {
                // the next one
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        say(caller, "220 test");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var verb = line.length() < 4 ? line : line.substring(0, 4).toUpperCase();
            switch (verb) {
                case "EHLO" ->
                    say(
                            caller,
                            international ? "250-test\r\n250-8BITMIME\r\n250 SMTPUTF8" : "250-test\r\n250 8BITMIME");
                case "MAIL" -> {
                    envelopes.add(line);
                    say(caller, "250 ok");
                }
                case "RCPT" -> {
                    envelopes.add(line);
                    say(caller, mood == Mood.KNOWS_NOBODY ? "550 5.1.1 nobody here" : "250 ok");
                }
                case "DATA" -> {
                    if (mood == Mood.SAYS_LATER) {
                        say(caller, "451 4.3.0 later");
                        continue;
                    }
                    say(caller, "354 go on");
                    letters.add(letter(in));
                    if (mood == Mood.TAKES_AND_BREAKS_BEFORE_SAYING_SO) return;
                    say(caller, "250 taken");
                }
                case "QUIT" -> {
                    say(caller, "221 bye");
                    return;
                }
                default -> say(caller, "250 ok");
            }
        }
    }

    private static String letter(BufferedReader in) throws IOException {
        var text = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine())
            text.append(line).append('\n');
        return text.toString();
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
