// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/TestMain.h"

#ifdef INLET_TEST_GUI
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif
#include <QTest>

#include <cstdio>
#include <map>
#include <string>

namespace
{

std::map<std::string, inlet::test::Registration::Make> &registry()
{
    static std::map<std::string, inlet::test::Registration::Make> classes;
    return classes;
}

} // namespace

inlet::test::Registration::Registration(const char *name, Make make)
{
    registry().emplace(name, std::move(make));
}

int main(int argc, char **argv)
{
    // The same words and dates on every machine, also in the programs a test starts.
    qputenv("LC_ALL", "C.UTF-8");
    qunsetenv("LANGUAGE");
    Application application(argc, argv);
    const std::string name = argc > 1 ? argv[1] : "";
    const auto found = registry().find(name);
    if (found == registry().end()) {
        std::fprintf(stderr, "no test class '%s'; there are:\n", name.c_str());
        for (const auto &[known, make] : registry())
            std::fprintf(stderr, "  %s\n", known.c_str());
        return 2;
    }
    // Qt Test must not see the class name: it would take it for a test function.
    QStringList arguments = application.arguments();
    arguments.removeAt(1);
    const std::unique_ptr<QObject> subject = found->second();
    return QTest::qExec(subject.get(), arguments);
}
