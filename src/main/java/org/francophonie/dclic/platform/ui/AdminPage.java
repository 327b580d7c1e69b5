package org.francophonie.dclic.platform.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Announces a view on the page of the administration; whoever lacks its right does not see it there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AdminPage {
    /** Message key of its name; with {@code .help} at the end, of what it is for. */
    String value();

    int order();
}
