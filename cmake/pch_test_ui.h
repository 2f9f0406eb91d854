// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for tests with windows.
#pragma once

#include "pch_test_core.h"
#include "pch_ui.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTableView>
#include <QToolButton>
