package fr.minutier.night;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.integration.channel.QueueChannel;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.integration.jdbc.store.JdbcChannelMessageStore;
import org.springframework.integration.jdbc.store.channel.PostgresChannelMessageStoreQueryProvider;
import org.springframework.integration.store.MessageGroupQueue;
import org.springframework.messaging.Message;

/**
 * The requests of one night to its workers: a channel of Spring Integration in the database. It is disposable, as the
 * register tells what is done; a later night has another one.
 */
final class Requests {
    private final JdbcChannelMessageStore store;
    private final String group;

    /**
     * The requests of a night.
     *
     * @param dataSource whose transactions are those of the requests alone: one that is taken and not done comes back
     */
    Requests(DataSource dataSource, long turn) {
        store = new JdbcChannelMessageStore(dataSource);
        store.setChannelMessageStoreQueryProvider(new PostgresChannelMessageStoreQueryProvider());
        store.addAllowedPatterns(List.of("org.springframework.*", "java.*").toArray(String[]::new));
        store.setCheckDatabaseOnStart(false);
        store.afterPropertiesSet();
        group = "passage-" + turn;
    }

    /** For whoever sends. */
    MessagingTemplate sending() {
        MessagingTemplate template = new MessagingTemplate();
        template.setDefaultChannel(new QueueChannel(new MessageGroupQueue(store, group)));
        return template;
    }

    /** Takes the next request, within the transaction that goes on; null when there is none that nobody else took. */
    @Nullable
    Message<?> next() {
        return store.pollMessageFromGroup(group);
    }
}
