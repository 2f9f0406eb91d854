# Live checks of mailboxes: a library of its own, so that they can be tested without the engine.
inlet_add_module(checks
    SOURCES AccountChecker.cpp AccountChecker.h CheckPool_p.h CheckRows.cpp CheckRows_p.h
        DirectionChecks.cpp DirectionChecks_p.h ServerProbe.cpp ServerProbe.h
    DEPENDS imap smtp net accounts base)
