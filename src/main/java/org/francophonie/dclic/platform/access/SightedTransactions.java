package org.francophonie.dclic.platform.access;

import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Begins each transaction of a confined act as the role of the database that sees a person's own rows alone (ADR 15). */
class SightedTransactions extends JpaTransactionManager {
    private static final long serialVersionUID = 1;

    /** One statement, so that it is one message to the database and back. */
    private static final String CONFINE =
            "select set_config('role', 'dclic_person', true), set_config('app.user', ?, true), set_config('app.groups', ?, true)";

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var sight = Sight.current();
        if (sight.isEmpty()) return;
        try {
            confine(sight.get());
        } catch (SQLException | RuntimeException e) {
            undo(transaction);
            throw new CannotCreateTransactionException("the sight of the transaction could not be confined", e);
        }
    }

    private void confine(Sight sight) throws SQLException {
        var database = Objects.requireNonNull(getDataSource());
        var holder = (ConnectionHolder) Objects.requireNonNull(TransactionSynchronizationManager.getResource(database));
        var groups = sight.groups().stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
        try (var statement = holder.getConnection().prepareStatement(CONFINE)) {
            statement.setString(1, sight.person().value().toString());
            statement.setString(2, groups);
            statement.execute();
        }
    }

    private void undo(Object transaction) {
        EntityManagerFactory factory = obtainEntityManagerFactory();
        var holder = (EntityManagerHolder) TransactionSynchronizationManager.getResource(factory);
        if (holder != null && holder.getEntityManager().getTransaction().isActive())
            holder.getEntityManager().getTransaction().rollback();
        doCleanupAfterCompletion(transaction);
    }
}
