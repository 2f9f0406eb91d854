// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/StackThread_p.h"

#include "base/Log.h"

namespace inlet::sync
{

StackThread::StackThread(const char *name, std::size_t stackOctets, Work work)
    : m_work(std::move(work))
{
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, stackOctets);
    m_runs = pthread_create(&m_thread, &attributes, &StackThread::enter, this) == 0;
    pthread_attr_destroy(&attributes);
    if (m_runs)
        pthread_setname_np(m_thread, name); // at most 15 octets, else it is ignored
    else
        qCCritical(lcSync) << "no thread with a stack of" << stackOctets << "octets";
}

StackThread::~StackThread()
{
    m_stop.request_stop();
    if (m_runs)
        pthread_join(m_thread, nullptr);
}

void *StackThread::enter(void *self)
{
    auto *thread = static_cast<StackThread *>(self);
    thread->m_work(thread->m_stop.get_token());
    return nullptr;
}

} // namespace inlet::sync
