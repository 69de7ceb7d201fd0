package fr.minutier.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.ChildJvm;
import fr.minutier.cli.Minutier;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ProtocolFamily;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A night opens no socket of any kind, whatever files and templates it is given. */
class NoNetworkTest {
    private static final int OPENED = 77;

    @TempDir
    Path folder;

    /** The command line in a process that ends at once when anything asks for a socket. */
    @SuppressWarnings("deprecation") // there is no other way to see them all
    static final class Alone {
        public static void main(String[] arguments) throws IOException {
            System.setProperty("java.nio.channels.spi.SelectorProvider", Provider.class.getName());
            Socket.setSocketImplFactory(Alone::opened);
            ServerSocket.setSocketFactory(Alone::opened);
            DatagramSocket.setDatagramSocketImplFactory(Alone::opened);
            switch (arguments[0]) {
                case "socket" -> new Socket("127.0.0.1", 9).close();
                case "serveur" -> new ServerSocket(0).close();
                case "canal" -> SocketChannel.open().close();
                case "paquet" -> new DatagramSocket().close();
                default -> Minutier.main(arguments);
            }
        }

        private static <T> T opened() {
            new IOException("a socket").printStackTrace();
            Runtime.getRuntime().halt(OPENED);
            throw new AssertionError();
        }
    }

    /** Where every channel to a network comes from. */
    public static final class Provider extends SelectorProvider {
        @Override
        public DatagramChannel openDatagramChannel() {
            return Alone.opened();
        }

        @Override
        public DatagramChannel openDatagramChannel(ProtocolFamily family) {
            return Alone.opened();
        }

        @Override
        public Pipe openPipe() {
            return Alone.opened();
        }

        @Override
        public AbstractSelector openSelector() {
            return Alone.opened();
        }

        @Override
        public ServerSocketChannel openServerSocketChannel() {
            return Alone.opened();
        }

        @Override
        public SocketChannel openSocketChannel() {
            return Alone.opened();
        }
    }

    private ChildJvm alone(Object... arguments) throws IOException {
        return new ChildJvm(Alone.class, arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket", "serveur", "canal", "paquet"})
    void a_socket_would_be_seen(String kind) throws Exception {
        try (ChildJvm child = alone(kind)) {
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(OPENED);
        }
    }

    @Test
    void a_night_opens_none() throws Exception {
        HostileFiles files = new HostileFiles(folder.resolve("input"));
        files.goodFolder("BON");
        String elsewhere = "http://127.0.0.1:9/";
        files.xlsx(
                "ailleurs.xlsx",
                Map.of(
                        "xl/sharedStrings.xml",
                        HostileFiles.Content.of(HostileFiles.partOfXlsx("xl/sharedStrings.xml")
                                .replaceFirst("<sst", "<!DOCTYPE x [<!ENTITY f SYSTEM \"" + elsewhere + "\">]><sst"))));
        files.folder("LIENS", text -> text.replace(";Arnoulet;", ";=WEBSERVICE(\"" + elsewhere + "\");"));
        List<Object> night = Arrays.asList(
                "run",
                "--templates",
                "templates",
                "--input",
                folder.resolve("input"),
                "--output",
                folder.resolve("output"));
        try (ChildJvm child = alone(night.toArray())) {
            assertThat(child.anyExitStatus()).as(child.said()).isEqualTo(3);
        }
    }
}
