package fr.minutier.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that does what a script says: what servers do on their bad days. */
public final class ScriptedServer implements AutoCloseable {
    /** Hangs up instead of answering. */
    public static final String HANG_UP = "";

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final Script script;
    private final Optional<SSLContext> tls;
    private final boolean fromTheFirstByte;
    private final List<String> taken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger connections = new AtomicInteger();

    /** What a server answers. */
    public interface Script {
        /**
         * An answer, {@link #HANG_UP}, or empty for what a server answers on a good day.
         *
         * @param command its line; {@code .} for the end of a message
         */
        Optional<String> answer(String command);
    }

    public ScriptedServer(Script script) throws IOException {
        this(script, Optional.empty(), false);
    }

    /** A server that has a certificate, and turns to TLS from the first byte or when it is asked to. */
    public ScriptedServer(Script script, Optional<SSLContext> tls, boolean fromTheFirstByte) throws IOException {
        this.script = script;
        this.tls = tls;
        this.fromTheFirstByte = fromTheFirstByte;
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The Message-ID of each message that came whole, whatever the server answered. */
    public List<String> taken() {
        return List.copyOf(taken);
    }

    int connections() {
        return connections.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                connections.incrementAndGet();
                Socket heard = fromTheFirstByte ? secured(client) : client;
                say(heard, "220 scripted");
                talk(heard);
            } catch (IOException e) {
                // The client hung up or does not trust us, or the server was closed.
            }
        }
    }

    private Socket secured(Socket client) throws IOException {
        SSLSocket secured = (SSLSocket)
                tls.orElseThrow().getSocketFactory().createSocket(client, "localhost", client.getPort(), true);
        secured.setUseClientMode(false);
        return secured;
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("STARTTLS")) {
                say(client, "220 begin");
                talk(secured(client));
                return;
            }
            String answer = script.answer(line)
                    .orElse(
                            line.startsWith("DATA")
                                    ? "354 go on"
                                    : line.startsWith("EHLO") && tls.isPresent()
                                            ? "250-scripted\r\n250 STARTTLS"
                                            : "250 well");
            if (answer.equals(HANG_UP)) {
                return;
            }
            say(client, answer);
            if (answer.startsWith("354")) {
                message(in);
                answer = script.answer(".").orElse("250 taken");
                if (answer.equals(HANG_UP)) {
                    return;
                }
                say(client, answer);
            }
        }
    }

    private void message(BufferedReader in) throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            if (line.startsWith("Message-ID: ")) {
                id = line.substring("Message-ID: ".length());
            }
        }
        taken.add(id);
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
