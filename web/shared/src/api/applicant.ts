/** Made by `npm run types` from the description of the service; changes belong there. */

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Accepted: {
            /** @description 同意的承诺是哪一版 */
            declaration: string;
            /** @description 同意的个人信息告知是哪一版 */
            privacy: string;
        };
        /**
         * @example {
         *       "affair": "food_operation.new",
         *       "statements": [
         *         "我租了个门面想开个小饭馆"
         *       ]
         *     }
         */
        AffairChoice: {
            /** @description 要办的事项或一件事的编号；null 是清除 */
            affair: string | null;
            /** @description 申请人是怎么说的（个人信息已经换成记号），从里面能听出的情形直接记下 */
            statements?: string[];
        };
        AffairView: {
            /** @description 事项或一件事的编号 */
            id: string;
            /** @description 名称 */
            name: string;
            /**
             * @description item 业务办理项、bundle 一件事
             * @enum {string}
             */
            kind: "item" | "bundle";
            /** @description 办这件事的目的，例如 开餐馆；没有就是空的 */
            scenario: string;
            /** @description 部门名称 */
            department: string;
            /** @description 从哪里来的：shipped 随附、imported 导入、staff 工作人员录入 */
            origin: string;
            /** @description 导入的来源；随附的为空 */
            source: string;
            /** @description 来源里没有的字段的名称，对话里会直说没有 */
            absent: string[];
        };
        AgeVerdictView: {
            /** @description 够不够；说的岁数两头都沾的为空 */
            fits: boolean | null;
            /** @description 条件里的原话 */
            condition: string;
            /**
             * @description 照出生日期算出来的岁数，比如「到2026年12月24日（星期四）是21周岁」；直接说岁数的为空
             * @default
             */
            counted: string;
        };
        All: {
            /** @description 这些条件都成立 */
            all: (components["schemas"]["Is"] | components["schemas"]["All"] | components["schemas"]["Any_"] | components["schemas"]["Not"])[];
        };
        AmongView: {
            /** @description 说的是其中一件的把握，0到1 */
            probability: number;
            /** @description 可以选的，最像的在前 */
            choices: components["schemas"]["VagueChoiceView"][];
        };
        AnswerCard: {
            /** @description 问答编号 */
            id: string;
            /** @description 所属主题，例如 开放时间 */
            topic: string;
            /** @description 这条问答的标准问法 */
            question: string;
            /** @description 答复，本中心的时间、地点、电话已经填好 */
            answer: string;
            /** @description 依据：法律名称和条号，或 中心规定 */
            source: string[];
            /** @description 负责更新这条问答的部门 */
            owner: string;
            /** @description 是接着刚才那个回答的追问 */
            in_context: boolean;
            /** @description 其中关于本中心的内容是随附的示例 */
            example: boolean;
            /** @description 确实在问这个的把握，0到1 */
            score: number;
            /** @description 人们接着常问的，每个一种问法 */
            next_questions: string[];
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "answer";
        };
        /**
         * @example {
         *       "answer": {
         *         "id": "opening_hours",
         *         "topic": "开放时间",
         *         "question": "周六能办事吗",
         *         "answer": "中心星期一至星期五 9:00-12:00、13:00-17:00 开放，没有列出的日子不开放。",
         *         "source": [
         *           "中心规定"
         *         ],
         *         "owner": "河东县行政审批局",
         *         "in_context": false,
         *         "example": true,
         *         "score": 1,
         *         "next_questions": [
         *           "中午能办吗"
         *         ]
         *       }
         *     }
         */
        AnswerFound: {
            /** @description 找到的问答；没有把握时为空 */
            answer: components["schemas"]["LibraryAnswer"] | null;
        };
        /**
         * @example {
         *       "answers": {
         *         "premises": "leased"
         *       },
         *       "text": "一百来平",
         *       "pending": "food_operation.area"
         *     }
         */
        AnswersChange: {
            /**
             * @description 情形问题编号到选项值，或 unsure 不确定；null 是收回这个回答
             * @default {}
             */
            answers?: {
                [key: string]: string | null;
            };
            /** @description 用一句话回答时的原话（个人信息已经换成记号） */
            text?: string | null;
            /** @description 这句话回答的是哪个问题 */
            pending?: string | null;
            /** @description 申请人所在的乡镇、街道的编号 */
            place?: string | null;
            /**
             * @description 收回所在的乡镇、街道：到县里的窗口办
             * @default false
             */
            forget_place?: boolean;
            /**
             * @description 这句话可以改掉以前的回答
             * @default false
             */
            correcting?: boolean;
        };
        Any_: {
            /** @description 这些条件至少有一个成立 */
            any: (components["schemas"]["Is"] | components["schemas"]["All"] | components["schemas"]["Any_"] | components["schemas"]["Not"])[];
        };
        AppointmentCard: {
            /** @description 取号码，到窗口出示 */
            code: string;
            /**
             * @description booked 已预约、cancelled 已取消、passed 时间已过
             * @enum {string}
             */
            state: "booked" | "cancelled" | "passed";
            /** @description 状态的中文名称 */
            state_label: string;
            /** @description 要办的事项名称 */
            item: string;
            /** @description 哪个窗口 */
            window: components["schemas"]["PlaceOfWindow"];
            /**
             * Format: date
             * @description 哪一天
             */
            day: string;
            /** @description 从几点 */
            start: string;
            /** @description 到几点 */
            end: string;
            /** @description 时间的中文写法 */
            when: string;
            /** @description 提醒，一段话；不在有效期的为空文字 */
            reminder: string;
            /** @description 后来的变化，例如要办的事换了窗口；没有时为空文字 */
            note: string;
            /**
             * Format: date-time
             * @description 什么时候约的
             */
            booked_at: string;
            /** @description 显示号码的网页的访问名，猜不到 */
            access: string;
            /** @description 显示号码的网页 */
            page_path: string;
            /** @description 二维码（SVG）的地址，扫出来是显示号码的网页 */
            qr_path: string;
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "appointment";
        };
        /**
         * @example {
         *       "code": "B002",
         *       "state": "booked",
         *       "state_label": "已预约",
         *       "item": "食品经营许可（新办）",
         *       "window": {
         *         "id": "market",
         *         "number": "12号",
         *         "name": "市场监管窗口",
         *         "site": "河东县政务服务中心",
         *         "floor": "2楼",
         *         "address": "河东县城关街道政务路1号",
         *         "phone": "0000-8600-1001"
         *       },
         *       "day": "2026-11-24",
         *       "start": "09:00",
         *       "end": "09:30",
         *       "when": "2026年11月24日（星期二）9:00-9:30",
         *       "reminder": "您预约了2026年11月24日（星期二）9:00，号码B002，在河东县政务服务中心 2楼 12号 市场监管窗口。请提前10分钟到，带齐告知单上的材料。来不了请取消，把时间让给别人。",
         *       "note": "",
         *       "booked_at": "2026-11-23T09:30:00+08:00",
         *       "access": "TFTnt6Zapj9lFw_uvgtJrWvh00bvS0xj",
         *       "page_path": "/a/TFTnt6Zapj9lFw_uvgtJrWvh00bvS0xj",
         *       "qr_path": "/api/v1/appointments/TFTnt6Zapj9lFw_uvgtJrWvh00bvS0xj/qr.svg"
         *     }
         */
        AppointmentView: {
            /** @description 取号码，到窗口出示 */
            code: string;
            /**
             * @description booked 已预约、cancelled 已取消、passed 时间已过
             * @enum {string}
             */
            state: "booked" | "cancelled" | "passed";
            /** @description 状态的中文名称 */
            state_label: string;
            /** @description 要办的事项名称 */
            item: string;
            /** @description 哪个窗口 */
            window: components["schemas"]["PlaceOfWindow"];
            /**
             * Format: date
             * @description 哪一天
             */
            day: string;
            /** @description 从几点 */
            start: string;
            /** @description 到几点 */
            end: string;
            /** @description 时间的中文写法 */
            when: string;
            /** @description 提醒，一段话；不在有效期的为空文字 */
            reminder: string;
            /** @description 后来的变化，例如要办的事换了窗口；没有时为空文字 */
            note: string;
            /**
             * Format: date-time
             * @description 什么时候约的
             */
            booked_at: string;
            /** @description 显示号码的网页的访问名，猜不到 */
            access: string;
            /** @description 显示号码的网页 */
            page_path: string;
            /** @description 二维码（SVG）的地址，扫出来是显示号码的网页 */
            qr_path: string;
        };
        AskedOfItem: {
            /** @description 问的是哪个事项或一件事，编号 */
            affair: string;
            /** @description 这个事项自己的常见问题的问法 */
            question: string;
        };
        /**
         * @example {
         *       "text": "周六上班吗"
         *     }
         */
        Asking: {
            /** @description 问的话，个人信息已经换成记号 */
            text: string;
            /** @description 刚才答过的问答编号，用来理解「那周末呢」这样的追问 */
            after?: string | null;
            /** @description 刚才那个回答说的是哪个窗口；说的是中心就不写 */
            window?: string | null;
        };
        Basis: {
            /** @description 法律、法规、规章的名称，不带书名号，例如 食品安全法 */
            law: string;
            /**
             * @description 部门规章的文号和年份；法律法规为空
             * @default
             */
            document?: string;
            /**
             * @description 条款项，从第几条写起，例如 第三十二条第一款第四项；引用全文时为空
             * @default
             */
            articles?: string;
        };
        /**
         * @example {
         *       "intake": "fdqvXjko_1uoGcbjBtH9GL9IqAf7qme-",
         *       "day": "2026-11-24",
         *       "start": "09:00"
         *     }
         */
        Booking: {
            /** @description 草稿编号；和办件编号至少给一个 */
            intake?: string | null;
            /** @description 办件编号 */
            number?: string | null;
            /** @description 给办件编号时要的第二因子：手机号后四位 */
            phone_tail?: string | null;
            /**
             * Format: date
             * @description 哪一天
             */
            day: string;
            /** @description 从几点，例如 09:00 */
            start: string;
            /** @description 窗口的编号，只用来核对；窗口由要办的事决定 */
            window?: string | null;
            /**
             * @description 已经有预约时，放弃原来的，改到这个时间（改约）
             * @default false
             */
            move?: boolean;
        };
        Button: {
            /** @description 按钮上的字 */
            title: string;
            /** @description 按下后替办事人说的话 */
            payload: string;
        };
        CallbackAsked: {
            /** @description 回电的编号，例如 HD20261130-0001 */
            number: string;
            /** @description 打哪个电话，遮盖后的 */
            phone_masked: string;
            /** @description 最晚哪一天打，按工作日算；那一年的日历没有录入的为空 */
            due_day: string | null;
        };
        /**
         * @example {
         *       "channel": "web",
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue",
         *       "question": "房东不给房产证复印件怎么办"
         *     }
         */
        CallbackRequest: {
            /** @description 渠道的名称，例如 web、wechat、rest */
            channel: string;
            /** @description 渠道给这个对话起的名字；库里只存它的摘要 */
            conversation: string;
            /**
             * @description 想问什么，个人信息已经换成记号
             * @default
             */
            question?: string;
        };
        CandidateView: {
            /** @description 事项或一件事的编号 */
            id: string;
            /** @description 名称，例如 食品经营许可（新办） */
            name: string;
            /**
             * @description item 业务办理项、bundle 一件事
             * @enum {string}
             */
            kind: "item" | "bundle";
            /** @description 部门名称 */
            department: string;
            /** @description 新办、变更、补办等；一件事为空 */
            operation: string;
            /** @description 办这件事的目的，例如 开餐馆；没有就是空的 */
            scenario: string;
            /** @description 服务对象，例如 自然人 */
            audience: string[];
            /** @description 和生活里的哪几件事有关，例如 买房；没有就是空的 */
            themes: string[];
            /** @description 从哪里来的：shipped 随附、imported 导入、staff 工作人员录入 */
            origin: string;
            /** @description 就是它的把握，校准过，0到1 */
            score: number;
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "complaints": [
         *         {
         *           "number": "TS20261123-0001",
         *           "about": "officer",
         *           "about_name": "工作人员",
         *           "text": "让我跑了三趟",
         *           "at": "2026-11-23T09:30:00+08:00",
         *           "state": "answered",
         *           "state_label": "已答复",
         *           "why": "由其他部门的督查人员处理，被投诉的人员已回避。",
         *           "answer_by": "2026-12-08",
         *           "answer": "已约谈窗口人员，并重新告知了需要的全部材料。",
         *           "answered_at": "2026-11-23T09:30:00+08:00"
         *         }
         *       ]
         *     }
         */
        CaseComplaints: {
            /** @description 办件编号 */
            number: string;
            /** @description 投诉，先提的在前 */
            complaints: components["schemas"]["ComplaintView"][];
        };
        CaseEvent: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /** @description 做了什么，例如 已受理 */
            label: string;
            /**
             * @description 当时告诉申请人的话；没有另外告知时为空
             * @default
             */
            told: string;
        };
        CaseNotice: {
            /** @description 办件编号 */
            number: string;
            /** @description 提交时用的告知单的编号 */
            notice_number: string;
            /** @description 提交时用的是第几版 */
            notice_version: number;
            /** @description 告知单的内容，提交以后不再变 */
            content: components["schemas"]["NoticeContent"];
        };
        CasePaper: {
            /** @description 是哪一份：receipt 提交回执，其他的是经过里的一步 */
            id: string;
            /** @description 标题，例如 受理告知 */
            title: string;
            /**
             * Format: date
             * @description 哪一天的
             */
            day: string;
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "phone_tail": "5678",
         *       "paper": "receipt"
         *     }
         */
        CasePaperWanted: {
            /** @description 办件编号，在回执上，例如 261123000017 */
            number: string;
            /** @description 提交时所留手机号的后四位，作为第二因子 */
            phone_tail?: string | null;
            /** @description 提交时所留的完整手机号（11位）：撤回、补交、投诉要核对它；别人试错了尾号，凭它也还能查 */
            phone?: string | null;
            /** @description 不给手机尾号时，给草稿编号：提交这个办件的那个对话的草稿，本身就是凭据；别的草稿，看渠道存进去的号码 */
            intake?: string | null;
            /**
             * @description 办事人刚说了号码：只看草稿里存的号码对不对，不看是不是提交它的那个对话
             * @default false
             */
            by_phone?: boolean;
            /** @description papers 里的编号 */
            paper: string;
        };
        CasePart: {
            /** @description 办件编号 */
            number: string;
            /** @description 事项名称 */
            item: string;
            /** @description 承办部门的编号 */
            department: string;
            /** @description 办件状态的中文名称，例如 审查中 */
            state_label: string;
            /** @description 要等这些事项先准予，才能决定；事项名称，没有就是空的 */
            waits_for: string[];
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "phone_tail": "6171"
         *     }
         */
        CaseQuery: {
            /** @description 办件编号，在回执上，例如 261123000017 */
            number: string;
            /** @description 提交时所留手机号的后四位，作为第二因子 */
            phone_tail?: string | null;
            /** @description 提交时所留的完整手机号（11位）：撤回、补交、投诉要核对它；别人试错了尾号，凭它也还能查 */
            phone?: string | null;
            /** @description 不给手机尾号时，给草稿编号：提交这个办件的那个对话的草稿，本身就是凭据；别的草稿，看渠道存进去的号码 */
            intake?: string | null;
            /**
             * @description 办事人刚说了号码：只看草稿里存的号码对不对，不看是不是提交它的那个对话
             * @default false
             */
            by_phone?: boolean;
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "ratings": [
         *         {
         *           "times": 1,
         *           "grade": 5,
         *           "grade_name": "非常不满意",
         *           "reasons": [
         *             "态度不好"
         *           ],
         *           "text": "态度不好",
         *           "at": "2026-11-23T09:30:00+08:00",
         *           "answer_by": "2026-11-30",
         *           "answer": "已当面道歉，并调整了窗口人员。",
         *           "answered_at": "2026-11-23T09:30:00+08:00"
         *         }
         *       ],
         *       "can_rate": false,
         *       "why_not": "这个办件已经评价过。",
         *       "grades": {
         *         "1": "非常满意",
         *         "2": "满意",
         *         "3": "基本满意",
         *         "4": "不满意",
         *         "5": "非常不满意"
         *       },
         *       "reasons": {
         *         "one_visit": "一次办成",
         *         "clear": "说得清楚",
         *         "quick": "办得快",
         *         "polite": "态度好",
         *         "not_told_once": "没有一次说清",
         *         "many_visits": "跑了多趟",
         *         "late": "超过说好的时间",
         *         "extra_papers": "要了清单以外的材料",
         *         "rude": "态度不好",
         *         "pushed_around": "互相推诿",
         *         "fees": "收费不清楚",
         *         "hard_to_use": "网上不好用",
         *         "other": "其他"
         *       }
         *     }
         */
        CaseRatings: {
            /** @description 办件编号 */
            number: string;
            /** @description 评过的，先评的在前 */
            ratings: components["schemas"]["RatingView"][];
            /** @description 现在能不能评 */
            can_rate: boolean;
            /** @description 不能评的原因；能评时为空文字 */
            why_not: string;
            /** @description 满意度代码到中文（GB/T 39046 代码表 A.8） */
            grades: {
                [key: string]: string;
            };
            /** @description 理由代号到中文 */
            reasons: {
                [key: string]: string;
            };
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "item": "企业开办一件事",
         *       "window": {
         *         "window": "unified",
         *         "number": "1-6号",
         *         "name": "综合受理窗口",
         *         "site": "河东县政务服务中心",
         *         "floor": "1楼",
         *         "address": "河东县城关街道政务路1号",
         *         "phone": "0000-8600-1000",
         *         "hours": "星期一至星期五 9:00-12:00、13:00-17:00",
         *         "takes_appointments": true,
         *         "department": "market",
         *         "rule": "bundle_lead",
         *         "why": "一件事由综合窗口统一收件，再分送各部门",
         *         "example": true,
         *         "nearer": []
         *       },
         *       "why": "一件事由综合窗口统一收件，再分送各部门",
         *       "state": "submitted",
         *       "state_label": "已提交",
         *       "received_at": "2026-11-23T09:30:00+08:00",
         *       "answer_due": {
         *         "day": "2026-11-30",
         *         "counted_from": "2026-11-23",
         *         "rule": "《行政许可法》第三十二条：收到材料之日起五个工作日内没有告知补正的，视为受理"
         *       },
         *       "answer_due_note": "窗口最晚2026年11月30日答复是否受理；超过这个时间没有答复，依法视为受理。",
         *       "later": [],
         *       "visit": {
         *         "bring": [
         *           "有限责任公司登记申请书（原件1份）",
         *           "公司章程（原件1份）"
         *         ],
         *         "comes": "申请人本人来，带身份证。",
         *         "pay": "不收费"
         *       },
         *       "parts": [
         *         {
         *           "number": "261123000018",
         *           "item": "有限责任公司登记（设立）",
         *           "department": "market",
         *           "state_label": "已提交",
         *           "waits_for": []
         *         },
         *         {
         *           "number": "261123000026",
         *           "item": "公章刻制备案",
         *           "department": "police",
         *           "state_label": "已提交",
         *           "waits_for": [
         *             "有限责任公司登记（设立）"
         *           ]
         *         }
         *       ]
         *     }
         */
        CaseReceipt: {
            /** @description 办件编号；一件事分成几个办件时是第一个的 */
            number: string;
            /** @description 事项或一件事的名称 */
            item: string;
            /** @description 受理窗口；事项库里没有窗口时为空 */
            window: components["schemas"]["Route"] | null;
            /** @description 为什么是这个窗口 */
            why: string;
            /** @description 办件状态的代号 */
            state: components["schemas"]["CaseState"];
            /** @description 办件状态的中文名称 */
            state_label: string;
            /**
             * Format: date-time
             * @description 什么时候提交的
             */
            received_at: string;
            /** @description 最晚哪天答复是否受理；工作日还算不到那么远时为空 */
            answer_due: components["schemas"]["DueView"] | null;
            /** @description 答复期限的完整说明 */
            answer_due_note: string;
            /** @description 容缺后补的材料名称 */
            later: string[];
            /** @description 去窗口要带什么、谁来、交多少钱 */
            visit: components["schemas"]["Visit"] | null;
            /** @description 一件事分成的各个办件；只有一个办件时为空 */
            parts: components["schemas"]["CasePart"][];
        };
        /** @enum {string} */
        CaseState: "submitted" | "received" | "accepted" | "correction" | "refused" | "review" | "approved" | "passed_up" | "special" | "decided" | "closed" | "delivered" | "withdrawn" | "returned" | "terminated" | "revoked";
        /**
         * @example {
         *       "correct_by": null,
         *       "papers": [
         *         {
         *           "id": "entry-3",
         *           "title": "受理告知",
         *           "day": "2026-11-24"
         *         },
         *         {
         *           "id": "receipt",
         *           "title": "提交回执",
         *           "day": "2026-11-23"
         *         }
         *       ],
         *       "result_wish": "到窗口领取",
         *       "reminders": {
         *         "ways": [
         *           {
         *             "way": "sms",
         *             "label": "短信",
         *             "to": "138****6171",
         *             "is_chosen": false
         *           }
         *         ]
         *       },
         *       "number": "261123000018",
         *       "item": "食品经营许可（新办）",
         *       "state": "submitted",
         *       "state_label": "已提交",
         *       "who_acts_next": "受理窗口",
         *       "what_next": "窗口核对材料，答复是否受理。",
         *       "due": {
         *         "day": "2026-11-30",
         *         "counted_from": "2026-11-23",
         *         "rule": "《行政许可法》第三十二条第一款第四项：收到材料之日起五个工作日内没有一次告知补正的，视为受理"
         *       },
         *       "due_note": "窗口最晚2026年11月30日答复是否受理；超过这个时间没有答复，依法视为受理。",
         *       "window": {
         *         "window": "market",
         *         "number": "12号",
         *         "name": "市场监管窗口",
         *         "site": "河东县政务服务中心",
         *         "floor": "2楼",
         *         "address": "河东县城关街道政务路1号",
         *         "phone": "0000-8600-1001",
         *         "hours": "星期一至星期五 9:00-12:00、13:00-17:00",
         *         "takes_appointments": true,
         *         "department": "market",
         *         "rule": "department_window",
         *         "why": "这个事项由河东县市场监督管理局办理",
         *         "example": true,
         *         "nearer": []
         *       },
         *       "timeline": [
         *         {
         *           "at": "2026-11-23T09:30:00+08:00",
         *           "label": "您提交了申请，清单上没有缺项",
         *           "told": "您的申请已提交。"
         *         }
         *       ],
         *       "can": [
         *         "withdraw"
         *       ],
         *       "clocks": [
         *         {
         *           "code": "answer",
         *           "what": "答复是否受理",
         *           "counted_from": "2026-11-23",
         *           "due": "2026-11-30",
         *           "state": "running",
         *           "left": "还剩5个工作日",
         *           "rule": "《行政许可法》第三十二条第一款第四项：收到材料之日起五个工作日内没有一次告知补正的，视为受理",
         *           "whose": ""
         *         }
         *       ],
         *       "to_correct": [],
         *       "to_supplement": {},
         *       "joint": "",
         *       "parts": [],
         *       "result": null,
         *       "version": 1,
         *       "appointment": {
         *         "code": "B001",
         *         "state": "booked",
         *         "state_label": "已预约",
         *         "item": "食品经营许可（新办）",
         *         "window": {
         *           "id": "market",
         *           "number": "12号",
         *           "name": "市场监管窗口",
         *           "site": "河东县政务服务中心",
         *           "floor": "2楼",
         *           "address": "河东县城关街道政务路1号",
         *           "phone": "0000-8600-1001"
         *         },
         *         "day": "2026-11-24",
         *         "start": "09:00",
         *         "end": "09:30",
         *         "when": "2026年11月24日（星期二）9:00-9:30",
         *         "reminder": "您预约了2026年11月24日（星期二）9:00，号码B001，在河东县政务服务中心 2楼 12号 市场监管窗口。请提前10分钟到，带齐告知单上的材料。来不了请取消，把时间让给别人。",
         *         "note": "",
         *         "booked_at": "2026-11-23T09:30:00+08:00",
         *         "access": "cA6QhM9AIVej0AZxqqQDX10HDTxauTCw",
         *         "page_path": "/a/cA6QhM9AIVej0AZxqqQDX10HDTxauTCw",
         *         "qr_path": "/api/v1/appointments/cA6QhM9AIVej0AZxqqQDX10HDTxauTCw/qr.svg"
         *       },
         *       "ratings": {
         *         "given": 0,
         *         "answered": 0
         *       },
         *       "complaints": {
         *         "given": 0,
         *         "answered": 0
         *       }
         *     }
         */
        CaseStatus: {
            /** @description 办件编号 */
            number: string;
            /** @description 事项名称 */
            item: string;
            /** @description 办件状态的代号 */
            state: components["schemas"]["CaseState"];
            /** @description 办件状态的中文名称，例如 已受理 */
            state_label: string;
            /** @description 接下来轮到谁，例如 窗口、申请人 */
            who_acts_next: string;
            /** @description 接下来会做什么，一句话 */
            what_next: string;
            /** @description 现在正在算的期限；没有在算的为空 */
            due: components["schemas"]["DueView"] | null;
            /** @description 期限的完整说明；没有期限时写明为什么 */
            due_note: string;
            /** @description 受理窗口；办件转走以后是现在的窗口；事项库里没有窗口时为空 */
            window: components["schemas"]["Route"] | null;
            /** @description 办件经过，先发生的在前 */
            timeline: components["schemas"]["CaseEvent"][];
            /** @description 申请人现在能做的：withdraw 撤回、correct 补正、supplement 容缺后补 */
            can: string[];
            /** @description 已经起算的期限，没有结束的在前、先到期的在前 */
            clocks: components["schemas"]["ClockView"][];
            /** @description 补正通知里还要补的各点；不在补正时为空 */
            to_correct: components["schemas"]["PointView"][];
            /** @description 容缺后补还没有交的：材料编号到名称 */
            to_supplement: {
                [key: string]: string;
            };
            /** @description 并联审批各部门办到哪里，一句话；单独办理时为空 */
            joint: string;
            /** @description 同一次提交（一件事）的其他办件 */
            parts: components["schemas"]["CasePart"][];
            /** @description 办理结果；还没有决定时为空 */
            result: components["schemas"]["ResultView"] | null;
            /** @description 办件的版本，每有变化加1 */
            version: number;
            /** @description 现在有效的窗口预约；没有就为空 */
            appointment: components["schemas"]["AppointmentView"] | null;
            /**
             * @description 给过几次评价、答复了几次
             * @default {
             *       "given": 0,
             *       "answered": 0
             *     }
             */
            ratings: components["schemas"]["FeedbackCount"];
            /** @description 补正最晚哪天交；没有写明的、不在补正的为空 */
            correct_by: string | null;
            /** @description 可以下载的：提交回执、受理告知、补正告知、决定告知等，新的在前 */
            papers: components["schemas"]["CasePaper"][];
            /**
             * @description 提交时选的结果怎么拿，一句话；没有选为空
             * @default
             */
            result_wish: string;
            /**
             * @description 可以选的提醒，和现在选的
             * @default {
             *       "ways": []
             *     }
             */
            reminders: components["schemas"]["Reminders"];
            /**
             * @description 提过几次投诉、答复了几次
             * @default {
             *       "given": 0,
             *       "answered": 0
             *     }
             */
            complaints: components["schemas"]["FeedbackCount"];
        };
        CentreNotice: {
            /** @description 编号 */
            id: string;
            /** @description 告诉办事人的话 */
            text: string;
            /** @description 起止时间的中文写法 */
            period: string;
            /** @description 哪些窗口的中文写法 */
            where: string;
            /** @description true 这段时间停办、false 只是通告 */
            closed: boolean;
            /** @description 紧急 */
            urgent: boolean;
            /** @description 哪些窗口，编号 */
            windows: string[];
            /** @description 全部窗口 */
            everywhere: boolean;
        };
        ChangedAnswer: {
            /** @description 情形问题的编号 */
            question: string;
            /** @description 问题的原文 */
            text: string;
            /** @description 选项值，或 unsure 不确定 */
            value: string;
            /** @description 回答的中文，例如 租赁 */
            label: string;
            /** @description 以前的回答，例如 自有 */
            earlier: string;
        };
        CheckCard: {
            /** @description 最好先改的，一次列全；只是建议 */
            remarks: components["schemas"]["Remark"][];
            /** @description 还有几个文件没有看完 */
            waiting: number;
            /** @description 延续证照的，按申请人说的或者证上读出来的有效期，今天申请来不来得及；不是延续的为空 */
            renewal: components["schemas"]["Renewal"] | null;
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "check";
            /** @description 联系信息之间、和回答之间对不上的；提醒，不妨碍提交 */
            doubts: components["schemas"]["ContactDoubt"][];
        };
        CheckView: {
            /**
             * @description queued 排队、checking 正在看、done 看完了、off 本中心不做预审
             * @enum {string}
             */
            state: "queued" | "checking" | "done" | "off";
            /** @description 排队时排第几，1是下一个；不在排队时为空 */
            position: number | null;
            /** @description 认出的证照、文书种类；没有认出时为空 */
            kind: components["schemas"]["PaperKind"] | null;
            /** @description 看完以后的预审意见；按现在填写的内容和今天的日期判断，改了就跟着变 */
            findings: components["schemas"]["Finding"][];
        };
        Circumstance: {
            /** @description 情形问题的编号 */
            question: string;
            /** @description 问题的原文 */
            text: string;
            /** @description 选项值，或 unsure 不确定 */
            value: string;
            /** @description 回答的中文 */
            label: string;
        };
        ClockView: {
            /** @description 期限的代号：answer 答复是否受理、promised 承诺时限、legal 法定时限、delivery 送达、task 部门意见等 */
            code: string;
            /** @description 这是什么期限 */
            what: string;
            /**
             * Format: date
             * @description 从哪一天起算
             */
            counted_from: string;
            /** @description 到期的日子；停着或还算不出时为空 */
            due: string | null;
            /** @description running 正在计算、paused 暂停（特别程序）、met 按时做到、missed 已经超期、dropped 不再计算 */
            state: string;
            /** @description 还剩多久，一句话 */
            left: string;
            /** @description 按哪一条规定算的 */
            rule: string;
            /**
             * @description 并联审批里哪个部门的期限；不分部门时为空
             * @default
             */
            whose: string;
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "phone_tail": "6171",
         *       "about": "officer",
         *       "officer": "12-03",
         *       "text": "让我跑了三趟"
         *     }
         */
        ComplaintRequest: {
            /** @description 办件编号，在回执上，例如 261123000017 */
            number: string;
            /** @description 提交时所留手机号的后四位，作为第二因子 */
            phone_tail?: string | null;
            /** @description 提交时所留的完整手机号（11位）：撤回、补交、投诉要核对它；别人试错了尾号，凭它也还能查 */
            phone?: string | null;
            /** @description 不给手机尾号时，给草稿编号：提交这个办件的那个对话的草稿，本身就是凭据；别的草稿，看渠道存进去的号码 */
            intake?: string | null;
            /**
             * @description 办事人刚说了号码：只看草稿里存的号码对不对，不看是不是提交它的那个对话
             * @default false
             */
            by_phone?: boolean;
            /**
             * @description 投诉谁：officer 工作人员、window 窗口、department 部门
             * @default department
             * @enum {string}
             */
            about?: "officer" | "window" | "department";
            /**
             * @description 工作人员桌上的工号，知道就写
             * @default
             */
            officer?: string;
            /** @description 投诉的内容；其中的个人信息在保存前去除 */
            text: string;
        };
        /**
         * @example {
         *       "number": "TS20261123-0001",
         *       "about": "department",
         *       "about_name": "承办部门",
         *       "text": "让我跑了三趟",
         *       "at": "2026-11-23T09:30:00+08:00",
         *       "state": "escalated",
         *       "state_label": "由上级机关处理",
         *       "why": "本中心没有不用回避的督查人员，按规定由上级机关处理。",
         *       "answer_by": "2026-12-08",
         *       "answer": "",
         *       "answered_at": null
         *     }
         */
        ComplaintView: {
            /** @description 投诉编号 */
            number: string;
            /** @description 投诉谁：officer、window 或 department */
            about: string;
            /** @description 投诉谁，中文 */
            about_name: string;
            /** @description 投诉的内容，个人信息已经换成记号 */
            text: string;
            /**
             * Format: date-time
             * @description 什么时候投诉的
             */
            at: string;
            /** @description open 正在处理、answered 已答复、escalated 由上级机关处理 */
            state: string;
            /** @description 状态的中文名称 */
            state_label: string;
            /** @description 由谁处理、谁回避 */
            why: string;
            /**
             * Format: date
             * @description 最晚哪一天答复
             */
            answer_by: string;
            /** @description 答复；还没有时为空文字 */
            answer: string;
            /** @description 什么时候答复的；还没有时为空 */
            answered_at: string | null;
        };
        ContactDoubt: {
            /** @description 哪一项联系信息，种类 */
            field: string;
            /** @description 对不上的是什么，代号 */
            code: string;
            /** @description 哪里对不上、怎么办 */
            say: string;
        };
        /**
         * @example {
         *       "values": {
         *         "phone": "13866496171"
         *       },
         *       "said": "我的手机是[手机号]",
         *       "channel": "wechat",
         *       "conversation": "oGZ5s6kQ8vTn2Wm"
         *     }
         */
        ConversationPersonal: {
            /** @description 联系信息：种类到内容，例如 name 姓名、phone 手机号、agent_name 代办人姓名、credit_code 统一社会信用代码；加密保存，不进日志 */
            values: {
                [key: string]: string;
            };
            /** @description 说这些信息的那句话，个人信息已经换成记号；从里面听出是谁的，例如「我妈叫[姓名]」 */
            said?: string | null;
            /** @description 渠道的名称，例如 web、wechat、rest */
            channel: string;
            /** @description 渠道给这个对话起的名字 */
            conversation: string;
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "phone_tail": "6171",
         *       "materials": [
         *         "food_operation.application"
         *       ]
         *     }
         */
        Correction: {
            /** @description 办件编号，在回执上，例如 261123000017 */
            number: string;
            /** @description 提交时所留手机号的后四位，作为第二因子 */
            phone_tail?: string | null;
            /** @description 提交时所留的完整手机号（11位）：撤回、补交、投诉要核对它；别人试错了尾号，凭它也还能查 */
            phone?: string | null;
            /** @description 不给手机尾号时，给草稿编号：提交这个办件的那个对话的草稿，本身就是凭据；别的草稿，看渠道存进去的号码 */
            intake?: string | null;
            /**
             * @description 办事人刚说了号码：只看草稿里存的号码对不对，不看是不是提交它的那个对话
             * @default false
             */
            by_phone?: boolean;
            /** @description 这次交了哪几份材料，写材料编号 */
            materials: string[];
        };
        /**
         * @example {
         *       "appointment": {
         *         "code": "B002",
         *         "state": "booked",
         *         "state_label": "已预约",
         *         "item": "食品经营许可（新办）",
         *         "window": {
         *           "id": "market",
         *           "number": "12号",
         *           "name": "市场监管窗口",
         *           "site": "河东县政务服务中心",
         *           "floor": "2楼",
         *           "address": "河东县城关街道政务路1号",
         *           "phone": "0000-8600-1001"
         *         },
         *         "day": "2026-11-24",
         *         "start": "09:00",
         *         "end": "09:30",
         *         "when": "2026年11月24日（星期二）9:00-9:30",
         *         "reminder": "您预约了2026年11月24日（星期二）9:00，号码B002，在河东县政务服务中心 2楼 12号 市场监管窗口。请提前10分钟到，带齐告知单上的材料。来不了请取消，把时间让给别人。",
         *         "note": "",
         *         "booked_at": "2026-11-23T09:30:00+08:00",
         *         "access": "TFTnt6Zapj9lFw_uvgtJrWvh00bvS0xj",
         *         "page_path": "/a/TFTnt6Zapj9lFw_uvgtJrWvh00bvS0xj",
         *         "qr_path": "/api/v1/appointments/TFTnt6Zapj9lFw_uvgtJrWvh00bvS0xj/qr.svg"
         *       },
         *       "takes_appointments": true,
         *       "window": "market"
         *     }
         */
        CurrentAppointment: {
            /** @description 现在的预约；没有就为空 */
            appointment: components["schemas"]["AppointmentView"] | null;
            /** @description 办这件事的窗口能不能预约 */
            takes_appointments: boolean;
            /** @description 办这件事的窗口的编号；没有窗口时为空 */
            window: string | null;
        };
        /**
         * @example {
         *       "channel": "wechat",
         *       "conversation": "oGZ5s6kQ8vTn2Wm",
         *       "including": [
         *         "gaps"
         *       ]
         *     }
         */
        CurrentRequest: {
            /** @description 渠道的名称，例如 web、wechat、rest */
            channel: string;
            /** @description 渠道给这个对话起的名字；库里只存它的摘要 */
            conversation: string;
            /**
             * @description 一起返回的：preview 告知单预览、gaps 还缺什么
             * @default []
             */
            including?: ("preview" | "gaps")[];
        };
        DangerView: {
            /** @description 哪一种危险 */
            kind: string;
            /** @description 真的有人在危险里的把握，0到1 */
            probability: number;
        };
        DayOpening: {
            /**
             * Format: date
             * @description 哪一天
             */
            day: string;
            /** @description 这一天的开放时间，例如 9:00-12:00、13:00-17:00；不开放的为空文字 */
            hours: string;
            /**
             * @description 临时停办的原因；不停办的为空文字
             * @default
             */
            why: string;
        };
        DayView: {
            /**
             * Format: date
             * @description 哪一天
             */
            day: string;
            /** @description 这一天的中文写法，例如 11月24日（星期二） */
            label: string;
            /** @description 这一天的时段 */
            slots: components["schemas"]["SlotView"][];
        };
        /** @enum {string} */
        DeliveryWay: "counter" | "post" | "place";
        DenialView: {
            /** @description 不办的是哪些事项，编号 */
            affairs: string[];
            /** @description 除了否认还说了什么；没有说别的时为空 */
            rest: string;
            /** @description 凭哪几个字 */
            because: string[];
            /** @description 否认的就是这件事，不是一个情形 */
            outright: boolean;
            /** @description 说到了这件事的字眼 */
            named: boolean;
            /** @description 否认的字眼也是正在等的问题里的 */
            may_answer: boolean;
            /** @description 剩下的话说的还是手上这件事的情形 */
            states: boolean;
            /** @description 剩下的话听着还是手上这件事 */
            still: boolean;
            /** @description 剩下的话说的是同一样东西的哪一项；不是时为空 */
            instead: string | null;
            /** @description 剩下的话另外要办的事项或别处办的事，编号；听不出来时为空 */
            turns_to: string | null;
        };
        /**
         * @example {
         *       "departments": [
         *         {
         *           "id": "market",
         *           "name": "河东县市场监督管理局",
         *           "short": "市场监管局",
         *           "says": [
         *             "市监局"
         *           ],
         *           "phone": "0000-8600-1001",
         *           "supervise": "0000-8600-1091",
         *           "items": 28
         *         }
         *       ]
         *     }
         */
        DepartmentList: {
            /** @description 全部部门 */
            departments: components["schemas"]["DepartmentView"][];
        };
        DepartmentView: {
            /** @description 部门编号 */
            id: string;
            /** @description 部门全称 */
            name: string;
            /** @description 简称 */
            short: string;
            /**
             * @description 人们的叫法，例如 工商局
             * @default []
             */
            says: string[];
            /** @description 电话 */
            phone: string;
            /**
             * @description 监督电话；没有写时为空文字
             * @default
             */
            supervise: string;
            /** @description 有几个事项 */
            items: number;
        };
        DueView: {
            /**
             * Format: date
             * @description 到期的日子
             */
            day: string;
            /**
             * Format: date
             * @description 从哪一天起算
             */
            counted_from: string;
            /** @description 按哪一条规定算的，例如 行政许可法第三十二条 */
            rule: string;
        };
        /**
         * @example {
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue9QoIiMxNcDvBrEtYuPlKhZ",
         *       "channel": "wechat"
         *     }
         */
        Entered: {
            /** @description 对话的名字，由服务端发，猜不到；以后每次都带着 */
            conversation: string;
            /** @description 对话在哪个渠道，wechat；读草稿时的名字是「渠道：对话」 */
            channel: string;
        };
        ErrorCard: {
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "error";
            /** @description 故障的代号 */
            code: string;
        };
        Fact: {
            /** @description 说的是哪一方面 */
            about: components["schemas"]["FactKind"];
            /** @description 一两句话，结论在前，最后是下一步 */
            text: string;
            /**
             * @description 依据；中心自己的规定为空
             * @default []
             */
            basis: components["schemas"]["Basis"][];
        };
        /** @enum {string} */
        FactKind: "金额" | "领取期限" | "有效期" | "网上办" | "邮寄" | "异地办" | "代办" | "到场" | "体检和拍照" | "先办" | "办完以后" | "丢了" | "缺材料" | "能不能办";
        Faq: {
            /** @description 常见的问题 */
            question: string;
            /** @description 回答，结论在前 */
            answer: string;
            /**
             * @description 人们的问法
             * @default []
             */
            says: string[];
            /**
             * @description 依据；中心自己的规定为空
             * @default []
             */
            basis: components["schemas"]["Basis"][];
        };
        Fee: {
            /** @description 收费项目名称 */
            name: string;
            /** @description 金额，元；按标准算的为空 */
            amount: number | null;
            /**
             * @description 按什么收，例如 每本
             * @default
             */
            per: string;
            /**
             * @description 收费标准，文字
             * @default
             */
            rule: string;
            /**
             * @description 收费依据
             * @default []
             */
            basis: components["schemas"]["Basis"][];
            /** @description 什么情形下收；人人都收的为空 */
            when: (components["schemas"]["Is"] | components["schemas"]["All"] | components["schemas"]["Any_"] | components["schemas"]["Not"]) | null;
            /**
             * @description 减免
             * @default
             */
            relief: string;
        };
        FeedbackCount: {
            /**
             * @description 一共提了几次
             * @default 0
             */
            given: number;
            /**
             * @description 其中已经答复的几次
             * @default 0
             */
            answered: number;
        };
        FieldProblem: {
            /** @description 出错的字段 */
            field: string;
            /** @description 哪里不对、怎么改；不重复所填内容 */
            message: string;
        };
        /**
         * @example {
         *       "files": [
         *         "QeiA3Z7z9IDGJ7BO71eYH-BSgoHUjdqd",
         *         "S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5"
         *       ]
         *     }
         */
        FileOrder: {
            /** @description 这一格全部文件的编号，按新的先后，各一次 */
            files: string[];
        };
        /**
         * @example {
         *       "file": {
         *         "id": "S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5",
         *         "name": "照片.jpg",
         *         "media_type": "image/jpeg",
         *         "size": 2175,
         *         "pages": 1,
         *         "width": 640,
         *         "height": 480,
         *         "uploaded_at": "2026-11-23T09:30:00+08:00",
         *         "kept_until": "2026-11-24T09:30:00+08:00",
         *         "content": "/api/v1/intakes/fdqvXjko_1uoGcbjBtH9GL9IqAf7qme-/materials/id_card/files/S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5",
         *         "thumbnail": "/api/v1/intakes/fdqvXjko_1uoGcbjBtH9GL9IqAf7qme-/materials/id_card/files/S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5/thumbnail",
         *         "reused_from": "",
         *         "replaces": "",
         *         "removable": true,
         *         "recognised": true,
         *         "belongs": "",
         *         "check": {
         *           "state": "done",
         *           "position": null,
         *           "kind": {
         *             "id": "business_licence",
         *             "name": "营业执照"
         *           },
         *           "findings": [
         *             {
         *               "code": "other_paper",
         *               "severity": "mend",
         *               "say": "这看起来是营业执照，这里要的是「居民身份证」。请换成「居民身份证」，或把它传到对应的材料里。",
         *               "place": null
         *             }
         *           ]
         *         }
         *       },
         *       "slot": {
         *         "id": "id_card",
         *         "name": "居民身份证",
         *         "need": "必要",
         *         "certain": true,
         *         "form": "原件核对",
         *         "copies": 1,
         *         "source": "政府部门核发",
         *         "standard": "在有效期内，姓名、号码清晰可辨",
         *         "filling": "",
         *         "reason": "",
         *         "declared": "ready",
         *         "state": "mend",
         *         "files": [
         *           {
         *             "id": "S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5",
         *             "name": "照片.jpg",
         *             "media_type": "image/jpeg",
         *             "size": 2175,
         *             "pages": 1,
         *             "width": 640,
         *             "height": 480,
         *             "uploaded_at": "2026-11-23T09:30:00+08:00",
         *             "kept_until": "2026-11-24T09:30:00+08:00",
         *             "content": "/api/v1/intakes/fdqvXjko_1uoGcbjBtH9GL9IqAf7qme-/materials/id_card/files/S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5",
         *             "thumbnail": "/api/v1/intakes/fdqvXjko_1uoGcbjBtH9GL9IqAf7qme-/materials/id_card/files/S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5/thumbnail",
         *             "reused_from": "",
         *             "replaces": "",
         *             "removable": true,
         *             "recognised": true,
         *             "belongs": "",
         *             "check": {
         *               "state": "done",
         *               "position": null,
         *               "kind": {
         *                 "id": "business_licence",
         *                 "name": "营业执照"
         *               },
         *               "findings": [
         *                 {
         *                   "code": "other_paper",
         *                   "severity": "mend",
         *                   "say": "这看起来是营业执照，这里要的是「居民身份证」。请换成「居民身份证」，或把它传到对应的材料里。",
         *                   "place": null
         *                 }
         *               ]
         *             }
         *           }
         *         ],
         *         "findings": [],
         *         "room": 19,
         *         "open": true,
         *         "kinds": [
         *           "application"
         *         ]
         *       }
         *     }
         */
        FileReceived: {
            /** @description 收到的文件 */
            file: components["schemas"]["FileView"];
            /** @description 它所在的材料现在的样子 */
            slot: components["schemas"]["MaterialSlot"];
        };
        FileView: {
            /** @description 文件编号 */
            id: string;
            /** @description 在申请人设备上的文件名，只用来显示 */
            name: string;
            /** @description 保存下来的媒体类型：image/jpeg 或 application/pdf */
            media_type: string;
            /** @description 多少字节 */
            size: number;
            /** @description 几页；照片是1 */
            pages: number;
            /** @description 宽，像素；PDF 为空 */
            width: number | null;
            /** @description 高，像素；PDF 为空 */
            height: number | null;
            /**
             * Format: date-time
             * @description 什么时候传的
             */
            uploaded_at: string;
            /** @description 没有再办时保存到什么时候；随办件保存的为空 */
            kept_until: string | null;
            /** @description 取文件的地址 */
            content: string;
            /** @description 取小图（JPEG）的地址 */
            thumbnail: string;
            /** @description 从哪份材料沿用来的，材料名称；新传的为空 */
            reused_from: string;
            /** @description 代替哪个已经提交的文件，文件编号；那个文件留着，不再判断 */
            replaces: string;
            /** @description 现在能不能移动、更换、删除；随申请提交的不能 */
            removable: boolean;
            /** @description 预审到哪一步 */
            check: components["schemas"]["CheckView"];
            /**
             * @description 认出来就是要的这份材料
             * @default false
             */
            recognised: boolean;
            /**
             * @description 看起来传错了、应该放到哪份材料，材料编号；没有传错或者说不上时为空
             * @default
             */
            belongs: string;
        };
        Finding: {
            /** @description 意见的代号 */
            code: string;
            /** @description mend 最好先改、warn 请窗口看一看；都不妨碍提交 */
            severity: components["schemas"]["Severity"];
            /** @description 哪里不对、怎么改 */
            say: string;
            /** @description 在页面的什么地方；说不上时为空 */
            place: components["schemas"]["Place"] | null;
        };
        /**
         * @example {
         *       "forgotten": 12
         *     }
         */
        Forgotten: {
            /** @description 删了几句；已经提交的办件不受影响 */
            forgotten: number;
        };
        FormCard: {
            /** @description 最好先改的，一次列全；只是建议 */
            remarks: components["schemas"]["Remark"][];
            /** @description 还有几个文件没有看完 */
            waiting: number;
            /** @description 延续证照的，按申请人说的或者证上读出来的有效期，今天申请来不来得及；不是延续的为空 */
            renewal: components["schemas"]["Renewal"] | null;
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "form";
            /** @description 妨碍提交的全部缺项；缺联系信息的，由安全表单填写 */
            gaps: components["schemas"]["Gap"][];
        };
        /**
         * @example {
         *       "material": "food_operation.application",
         *       "values": {
         *         "name": "王小明"
         *       }
         *     }
         */
        FormWanted: {
            /** @description 告知单上的材料编号；不写是第一份申请书 */
            material?: string | null;
            /**
             * @description 这次打开网页时本人填的：种类到内容；只填在这份表上，不保存
             * @default {}
             */
            values?: {
                [key: string]: string;
            };
        };
        Gap: {
            /**
             * @description 缺的是哪一种：question 问题没有回答、material 材料没有备齐、contact 联系信息、phone_check 手机号没有核实
             * @enum {string}
             */
            kind: "question" | "material" | "contact" | "phone_check";
            /** @description 问题或材料的编号，或者联系信息的种类 */
            id: string;
            /** @description 显示的名称 */
            name: string;
            /** @description 怎么补上 */
            say: string;
        };
        /**
         * @example {
         *       "gaps": [
         *         {
         *           "kind": "material",
         *           "id": "food_operation.application",
         *           "name": "食品经营许可申请书",
         *           "say": "还缺「食品经营许可申请书」，请备齐后再提交。"
         *         },
         *         {
         *           "kind": "contact",
         *           "id": "phone",
         *           "name": "手机号",
         *           "say": "还缺手机号。"
         *         }
         *       ]
         *     }
         */
        GapList: {
            /** @description 妨碍提交的全部缺项，一次列全；空的就可以提交 */
            gaps: components["schemas"]["Gap"][];
        };
        GivenAnswer: {
            /** @description 情形问题的编号 */
            question: string;
            /** @description 问题的原文 */
            text: string;
            /** @description 选项值，或 unsure 不确定 */
            value: string;
            /** @description 回答的中文，例如 租赁 */
            label: string;
        };
        HandoverCard: {
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "handover";
            /** @description 电话 */
            phone: string;
            /** @description 什么时候有人接，一行文字 */
            hours: string;
            /**
             * @description told 只问电话、closed 现在不上班、waiting 排上了，在等工作人员、held 工作人员已经在说
             * @enum {string}
             */
            state: "told" | "closed" | "waiting" | "held";
            /** @description 人工对话的编号；没有排上为空 */
            talk: string;
        };
        HeardLine: {
            /** @description 顺序号，接着取用；同一句永远是同一个号，重复收到的按它去掉 */
            id: number;
            /**
             * @description officer 工作人员、notice 系统关于这次对话的话
             * @enum {string}
             */
            speaker: "applicant" | "assistant" | "officer" | "notice";
            /** @description 说的话 */
            text: string;
            /**
             * Format: date-time
             * @description 什么时候说的
             */
            at: string;
        };
        /**
         * @example {
         *       "text": "身份证丢了，多少钱"
         *     }
         */
        Hearing: {
            /** @description 办事人说的一句话，个人信息已经换成记号 */
            text: string;
            /** @description 手上正在办的事项或一件事的编号 */
            affair?: string | null;
            /** @description 正在等回答的情形问题的编号 */
            question?: string | null;
            /**
             * @description 正在让办事人选的事项的编号
             * @default []
             */
            offered?: string[];
            /** @description 刚才答过的问答编号，用来理解追问 */
            after?: string | null;
            /** @description 刚才那个回答说的是哪个窗口 */
            window?: string | null;
            /**
             * @description 这次对话里说过家里有人去世
             * @default false
             */
            mourning?: boolean;
            /**
             * @description 办事人说过不办的事项的编号：没有说出名称就不再给
             * @default []
             */
            denied?: string[];
        };
        /**
         * @example {
         *       "id": "fdqvXjko_1uoGcbjBtH9GL9IqAf7qme-",
         *       "state": "open",
         *       "affair": {
         *         "id": "food_operation.new",
         *         "name": "食品经营许可（新办）",
         *         "kind": "item",
         *         "scenario": "开餐馆",
         *         "department": "河东县市场监督管理局",
         *         "origin": "shipped",
         *         "source": "",
         *         "absent": []
         *       },
         *       "answers": [
         *         {
         *           "question": "premises",
         *           "text": "经营场所是自有还是租赁",
         *           "value": "leased",
         *           "label": "租赁"
         *         }
         *       ],
         *       "next_question": {
         *         "id": "food_operation.area",
         *         "text": "经营场所面积有多大",
         *         "why": "超过200平方米的布局流程要画成图纸，小店写说明就行",
         *         "help": "按租赁合同或者产权证上的建筑面积算，厨房和库房也算在内。",
         *         "unit": "平方米",
         *         "several": false,
         *         "options": [
         *           {
         *             "value": "small",
         *             "label": "不超过200平方米",
         *             "says": [
         *               "小店"
         *             ],
         *             "bounds": [
         *               0,
         *               200
         *             ]
         *           }
         *         ]
         *       },
         *       "remaining": 3,
         *       "place": null,
         *       "understood": [
         *         {
         *           "question": "premises",
         *           "text": "经营场所是自有还是租赁",
         *           "value": "leased",
         *           "label": "租赁"
         *         }
         *       ],
         *       "kept": [],
         *       "dropped": [],
         *       "changed": [],
         *       "contact": {
         *         "phone": "138****6171"
         *       },
         *       "contact_received": [
         *         "phone"
         *       ],
         *       "contact_labels": {
         *         "name": "姓名",
         *         "id_number": "身份证号",
         *         "phone": "手机号",
         *         "credit_code": "统一社会信用代码"
         *       },
         *       "contact_problems": [],
         *       "contact_needed": [
         *         "name",
         *         "id_number",
         *         "credit_code"
         *       ],
         *       "contact_welcome": [],
         *       "contact_doubts": [],
         *       "result_ways": [
         *         {
         *           "way": "counter",
         *           "label": "到窗口领取",
         *           "note": "带身份证和办件编号到受理窗口取。",
         *           "needs_address": false,
         *           "places": []
         *         }
         *       ],
         *       "result_way": "",
         *       "result_place": "",
         *       "renewal": null,
         *       "materials": {},
         *       "notice": null,
         *       "notice_outdated": false,
         *       "phone_check": "wanted",
         *       "case_number": null,
         *       "catalogue_version": "09c7aba58a7e",
         *       "statements": [
         *         "我租了个门面想开个小饭馆，电话[手机号]"
         *       ],
         *       "preview": null,
         *       "gaps": null
         *     }
         */
        IntakeView: {
            /** @description 草稿编号，猜不到；知道它就能看和改这份草稿 */
            id: string;
            /**
             * @description open 正在填、submitted 已提交、closed 已结束
             * @enum {string}
             */
            state: "open" | "submitted" | "closed";
            /** @description 要办的事；还没有选定时为空 */
            affair: components["schemas"]["AffairView"] | null;
            /** @description 已经有的回答 */
            answers: components["schemas"]["GivenAnswer"][];
            /** @description 接下来要问的情形问题；都问清了就为空 */
            next_question: components["schemas"]["QuestionView"] | null;
            /** @description 还要问几个问题 */
            remaining: number;
            /** @description 申请人所在的乡镇、街道；不知道时为空 */
            place: components["schemas"]["PlaceView"] | null;
            /** @description 这次从话里新听出的回答 */
            understood: components["schemas"]["GivenAnswer"][];
            /** @description 这件事先前放下过、这次接着办，当时的回答里还算数的 */
            kept: components["schemas"]["GivenAnswer"][];
            /** @description 这次以后不再用得上的回答 */
            dropped: components["schemas"]["GivenAnswer"][];
            /** @description 这次改掉的回答；回话时要说清改成了什么 */
            changed: components["schemas"]["ChangedAnswer"][];
            /** @description 联系信息：种类到遮盖后的内容 */
            contact: {
                [key: string]: string;
            };
            /** @description 这次收下的联系信息的种类 */
            contact_received: string[];
            /** @description 联系信息的种类到这份草稿里的叫法，例如 name 到「申请人（您母亲）的姓名」 */
            contact_labels: {
                [key: string]: string;
            };
            /** @description 这次给的联系信息哪里不对 */
            contact_problems: components["schemas"]["FieldProblem"][];
            /** @description 提交前还缺的联系信息的种类 */
            contact_needed: string[];
            /** @description 不是一定要、填了窗口少问一遍的联系信息的种类，例如代办人的身份证号 */
            contact_welcome: string[];
            /** @description 联系信息之间、和回答之间对不上的；提醒，不妨碍提交 */
            contact_doubts: components["schemas"]["ContactDoubt"][];
            /** @description 材料编号到 ready 已备齐、missing 没有、later 后补、promised 书面承诺 */
            materials: {
                [key: string]: "ready" | "missing" | "later" | "promised";
            };
            /** @description 最新一版告知单；还没有出时为空 */
            notice: components["schemas"]["NoticeRef"] | null;
            /** @description 出告知单以后，回答或事项库有了变化 */
            notice_outdated: boolean;
            /** @description 结果可以怎么拿；没有要拿的（电子的、打到卡上的）为空 */
            result_ways: components["schemas"]["ResultWay"][];
            /**
             * @description 选了怎么拿：counter、post、place；没有选为空，就是到窗口领取
             * @default
             */
            result_way: string;
            /**
             * @description 就近取件选的地点；没有选为空
             * @default
             */
            result_place: string;
            /**
             * @description 手机号要不要用短信验证码核实：off 不用、wanted 还没有核实、done 核实了
             * @default off
             * @enum {string}
             */
            phone_check: "off" | "wanted" | "done";
            /** @description 延续证照的，原来的证到哪一天、今天申请来不来得及；不是延续的为空 */
            renewal: components["schemas"]["Renewal"] | null;
            /** @description 提交后的办件编号；没有提交时为空 */
            case_number: string | null;
            /** @description 事项库的版本 */
            catalogue_version: string;
            /** @description 申请人是怎么说的，个人信息已经换成记号 */
            statements: string[];
            /** @description 现在出告知单会是什么样；要求带上（including）而且选定了事项时才有 */
            preview: components["schemas"]["NoticeContent"] | null;
            /** @description 妨碍提交的全部缺项；要求带上（including）而且选定了事项时才有 */
            gaps: components["schemas"]["Gap"][] | null;
        };
        Is: {
            /** @description 情形问题的编号 */
            question: string;
            /** @description 回答是这些选项值之一 */
            values: string[];
        };
        IssuingItem: {
            /** @description 话里说的证 */
            paper: string;
            /** @description 办这个证的事项 */
            name: string;
            /** @description 部门名称 */
            department: string;
            /**
             * @description 是本中心的事项；否则由别处办
             * @default true
             */
            ours: boolean;
        };
        /**
         * @example {
         *       "answer": {
         *         "question": "自己辞职能领吗",
         *         "answer": "一般不能，失业保险金发给非因本人意愿中断就业的人。",
         *         "says": [
         *           "自己走的能领不"
         *         ],
         *         "basis": []
         *       },
         *       "sentence": null,
         *       "issuing": [],
         *       "age": null,
         *       "dates": [
         *         {
         *           "wanted": "done",
         *           "start": "2026-11-30",
         *           "end": "2026-12-14",
         *           "term": "10个工作日",
         *           "said": false,
         *           "passed": false
         *         }
         *       ]
         *     }
         */
        ItemAnswer: {
            /** @description 问的是哪一条常见问题；没有把握时为空 */
            answer: components["schemas"]["Faq"] | null;
            /** @description 事项里说到它的那一句：条件、材料的要求、情形怎么选；没有时为空 */
            sentence: components["schemas"]["SentenceView"] | null;
            /**
             * @description 话里说到、要由别的事项另外办的许可证
             * @default []
             */
            issuing: components["schemas"]["IssuingItem"][];
            /** @description 问年纪够不够的：照条件够不够；没有问、没有说岁数的为空 */
            age: components["schemas"]["AgeVerdictView"] | null;
            /**
             * @description 话里问到的日子，照日历算出来的
             * @default []
             */
            dates: components["schemas"]["WorkedOutView"][];
        };
        /**
         * @example {
         *       "text": "自己辞职的能领失业金吗"
         *     }
         */
        ItemAsking: {
            /** @description 问的话，个人信息已经换成记号 */
            text: string;
        };
        ItemDetail: {
            /** @description 事项或一件事的编号 */
            id: string;
            /** @description 名称，例如 食品经营许可（新办） */
            name: string;
            /**
             * @description item 业务办理项、bundle 一件事
             * @enum {string}
             */
            kind: "item" | "bundle";
            /** @description 部门名称 */
            department: string;
            /** @description 新办、变更、补办等；一件事为空 */
            operation: string;
            /** @description 办这件事的目的，例如 开餐馆；没有就是空的 */
            scenario: string;
            /** @description 服务对象，例如 自然人 */
            audience: string[];
            /** @description 和生活里的哪几件事有关，例如 买房；没有就是空的 */
            themes: string[];
            /** @description 从哪里来的：shipped 随附、imported 导入、staff 工作人员录入 */
            origin: string;
            /**
             * @description 主项编号
             * @default
             */
            main: string;
            /**
             * @description 主项名称
             * @default
             */
            main_name: string;
            /** @description 别名，人们的叫法 */
            aliases: string[];
            /**
             * @description 事项类型（GB/T 39046 代码表 A.1），例如 行政许可
             * @default
             */
            type: string;
            /**
             * @description 办件类型（A.6）：即办件、承诺件
             * @default
             */
            case_kind: string;
            /**
             * @description 行使层级，例如 县级
             * @default
             */
            level: string;
            /**
             * @description 实施编码
             * @default
             */
            task_code: string;
            /** @description 设定依据 */
            bases: string[];
            /** @description 受理条件 */
            conditions: string[];
            /** @description 情形问题，按问的先后 */
            questions: components["schemas"]["QuestionView"][];
            /** @description 申请材料 */
            materials: components["schemas"]["ItemMaterial"][];
            /** @description 窗口通过数据共享核查、不用交的材料 */
            shared: components["schemas"]["ItemShared"][];
            /** @description 法定办结时限；来源没有时为空 */
            legal_limit: components["schemas"]["Limit"] | null;
            /** @description 承诺办结时限；没有承诺时为空 */
            promised_limit: components["schemas"]["Limit"] | null;
            /** @description 收费项目 */
            fees: components["schemas"]["ItemFee"][];
            /** @description 不收费；来源没有写时为空 */
            free_of_charge: boolean | null;
            /** @description 办理流程 */
            steps: components["schemas"]["Step"][];
            /** @description 办理结果；来源没有时为空 */
            result: components["schemas"]["Result"] | null;
            /** @description 到现场次数；来源没有写时为空 */
            visits: number | null;
            /**
             * @description 通办范围
             * @default
             */
            scope: string;
            /** @description 并联审批一起办的部门 */
            joint_with: string[];
            /**
             * @description 有现场勘验
             * @default false
             */
            inspection: boolean;
            /**
             * @description 有专家论证
             * @default false
             */
            expert_review: boolean;
            /**
             * @description 下放到乡镇、街道便民服务中心（自然人）
             * @default false
             */
            delegated: boolean;
            /**
             * @description 逐级上报到哪个上级机关决定；本级决定的为空文字
             * @default
             */
            passed_up_to: string;
            /**
             * @description 超时默许
             * @default false
             */
            silence_is_consent: boolean;
            /** @description 前置事项的名称 */
            prerequisites: string[];
            /** @description 中介服务 */
            intermediaries: string[];
            /** @description 支持邮寄；来源没有写时为空 */
            by_post: boolean | null;
            /** @description 支持预约；来源没有写时为空 */
            by_appointment: boolean | null;
            /** @description 支持网办；来源没有写时为空 */
            online: boolean | null;
            /** @description 常见问题 */
            faqs: components["schemas"]["Faq"][];
            /** @description 材料、时限、费用以外大家问的：能领多少、能不能代办、谁要到场等 */
            facts: components["schemas"]["Fact"][];
            /** @description 备注 */
            remarks: string[];
            /**
             * @description 咨询方式
             * @default
             */
            consult: string;
            /**
             * @description 监督投诉方式
             * @default
             */
            supervise: string;
            /**
             * @description 来源里写的办理地点
             * @default
             */
            place_text: string;
            /** @description 一件事包括的事项；单个事项为空 */
            parts: components["schemas"]["PartView"][];
            /** @description 今天去哪个窗口（不看个人情形） */
            route: components["schemas"]["Route"] | null;
            /**
             * @description 来源里没有的字段
             * @default []
             */
            absent: string[];
            /**
             * @description 导入的来源；随附的为空文字
             * @default
             */
            source: string;
        };
        ItemFee: {
            /** @description 收费项目 */
            fee: components["schemas"]["Fee"];
            /** @description 什么情形下收，中文；人人都收的为空文字 */
            when: string;
        };
        /**
         * @example {
         *       "themes": [
         *         "生孩子、养孩子",
         *         "上学、当老师"
         *       ],
         *       "items": [
         *         {
         *           "id": "road_occupation.occupy",
         *           "name": "临时占用城市道路许可",
         *           "kind": "item",
         *           "department": "河东县综合行政执法局",
         *           "operation": "新办",
         *           "scenario": "临时占用道路",
         *           "audience": [
         *             "自然人"
         *           ],
         *           "themes": [],
         *           "origin": "shipped"
         *         }
         *       ],
         *       "total": 195,
         *       "offset": 0
         *     }
         */
        ItemList: {
            /** @description 这一页的事项 */
            items: components["schemas"]["ItemSummary"][];
            /** @description 一共几个 */
            total: number;
            /** @description 生活里的事，按显示的先后 */
            themes: string[];
            /** @description 从第几个开始 */
            offset: number;
        };
        ItemMaterial: {
            /** @description 材料编号 */
            id: string;
            /** @description 材料名称 */
            name: string;
            /** @description 设定依据：法律名称和条号 */
            basis: string[];
            /** @description 材料类型：原件、复印件、原件和复印件、原件核对、电子件；来源没有写时为空 */
            form: string | null;
            /** @description 份数；来源没有写时为空 */
            copies: number | null;
            /** @description 来源渠道：申请人自备、政府部门核发、其他；来源没有写时为空 */
            source: string | null;
            /** @description 必要、非必要或容缺后补 */
            necessity: string;
            /** @description 受理标准 */
            standard: string;
            /** @description 填报须知 */
            filling: string;
            /** @description 出具机构 */
            issued_by: string;
            /** @description 由哪个部门共享数据、免提交 */
            shared_from: string;
            /** @description 空白表格的名称 */
            blank_form: string;
            /** @description 可以用书面承诺代替（告知承诺） */
            promise_instead: boolean;
            /** @description 什么情形下要，中文；人人都要的为空文字 */
            when: string;
        };
        ItemShared: {
            /** @description 材料编号 */
            id: string;
            /** @description 材料名称 */
            name: string;
            /** @description 共享数据的部门 */
            holder: string;
            /** @description 设定依据 */
            basis: string[];
            /** @description 什么情形下核查，中文；人人都查的为空文字 */
            when: string;
        };
        ItemSummary: {
            /** @description 事项或一件事的编号 */
            id: string;
            /** @description 名称，例如 食品经营许可（新办） */
            name: string;
            /**
             * @description item 业务办理项、bundle 一件事
             * @enum {string}
             */
            kind: "item" | "bundle";
            /** @description 部门名称 */
            department: string;
            /** @description 新办、变更、补办等；一件事为空 */
            operation: string;
            /** @description 办这件事的目的，例如 开餐馆；没有就是空的 */
            scenario: string;
            /** @description 服务对象，例如 自然人 */
            audience: string[];
            /** @description 和生活里的哪几件事有关，例如 买房；没有就是空的 */
            themes: string[];
            /** @description 从哪里来的：shipped 随附、imported 导入、staff 工作人员录入 */
            origin: string;
        };
        ItemsCard: {
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "items";
            /** @description 可选的事项和一件事 */
            items: components["schemas"]["ItemSummary"][];
        };
        KnownCaseCard: {
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "case_known";
            /** @description 办件编号；提交它的设备不用再给手机尾号 */
            number: string;
        };
        LibraryAnswer: {
            /** @description 问答编号 */
            id: string;
            /** @description 所属主题，例如 开放时间 */
            topic: string;
            /** @description 这条问答的标准问法 */
            question: string;
            /** @description 答复，本中心的时间、地点、电话已经填好 */
            answer: string;
            /** @description 依据：法律名称和条号，或 中心规定 */
            source: string[];
            /** @description 负责更新这条问答的部门 */
            owner: string;
            /** @description 是接着刚才那个回答的追问 */
            in_context: boolean;
            /** @description 其中关于本中心的内容是随附的示例 */
            example: boolean;
            /** @description 确实在问这个的把握，0到1 */
            score: number;
            /** @description 人们接着常问的，每个一种问法 */
            next_questions: string[];
        };
        /**
         * @example {
         *       "until": "2027-03-01"
         *     }
         */
        LicenceExpiry: {
            /** @description 证上写的有效期到哪一天；和 said 都没有，就是收回 */
            until?: string | null;
            /** @description 说日期的那句话，例如「明年3月1号」；听不出日期的等于没有说 */
            said?: string | null;
        };
        Limit: {
            /** @description 多少，单位见 unit */
            days: number;
            /**
             * @description 时限单位：工作日、自然日、月、小时、分钟
             * @default 工作日
             */
            unit: components["schemas"]["Unit"];
            /**
             * @description 依据
             * @default []
             */
            basis: components["schemas"]["Basis"][];
            /**
             * @description 说明
             * @default
             */
            note: string;
        };
        Limits: {
            /** @description 一个文件最多多少字节 */
            max_bytes: number;
            /** @description 一份材料最多几个文件 */
            max_files: number;
            /** @description 一个 PDF 最多几页 */
            max_pdf_pages: number;
            /** @description 收哪些媒体类型，例如 image/jpeg */
            types: string[];
            /** @description 给网页的文件选择框 accept 用的写法 */
            accept: string;
            /** @description 草稿没有再办，文件几小时后自动删除 */
            kept_hours: number;
            /** @description 给人看的说明，一段话 */
            say: string;
        };
        LineSaid: {
            /**
             * @description applicant 办事人、assistant 办事助手
             * @enum {string}
             */
            speaker: "applicant" | "assistant";
            /** @description 说的话，个人信息已经换成记号；保存前再去除一遍 */
            text: string;
            /** @description 什么时候说的；不写就是现在 */
            at?: string | null;
        };
        Listed: {
            /**
             * @description 这一段是选项所在的地方 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "listed";
            /**
             * @description 纯文字里一行一个，还是排在一行
             * @default rows
             * @enum {string}
             */
            layout: "rows" | "line";
            /**
             * @description 纯文字里接在前一段的同一行
             * @default false
             */
            runs_on: boolean;
        };
        /**
         * @example {
         *       "ticket": "DhPFgpFiiQ_P48zQrjrUgjOgY7Vm9rpI",
         *       "expires_at": "2026-11-23T10:00:00+08:00",
         *       "path": "/api/v1/cases/live/DhPFgpFiiQ_P48zQrjrUgjOgY7Vm9rpI"
         *     }
         */
        LiveTicket: {
            /** @description 票，30分钟内有效 */
            ticket: string;
            /**
             * Format: date-time
             * @description 有效到什么时候
             */
            expires_at: string;
            /** @description 交给 EventSource 的地址；有效期内可以重连 */
            path: string;
        };
        /** @enum {string} */
        MaterialForm: "原件" | "复印件" | "原件和复印件" | "原件核对" | "电子件";
        /**
         * @example {
         *       "id": "id_card",
         *       "name": "居民身份证",
         *       "need": "必要",
         *       "certain": true,
         *       "form": "原件核对",
         *       "copies": 1,
         *       "source": "政府部门核发",
         *       "standard": "在有效期内，姓名、号码清晰可辨",
         *       "filling": "",
         *       "reason": "",
         *       "declared": "ready",
         *       "state": "mend",
         *       "files": [
         *         {
         *           "id": "S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5",
         *           "name": "照片.jpg",
         *           "media_type": "image/jpeg",
         *           "size": 2175,
         *           "pages": 1,
         *           "width": 640,
         *           "height": 480,
         *           "uploaded_at": "2026-11-23T09:30:00+08:00",
         *           "kept_until": "2026-11-24T09:30:00+08:00",
         *           "content": "/api/v1/intakes/fdqvXjko_1uoGcbjBtH9GL9IqAf7qme-/materials/id_card/files/S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5",
         *           "thumbnail": "/api/v1/intakes/fdqvXjko_1uoGcbjBtH9GL9IqAf7qme-/materials/id_card/files/S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5/thumbnail",
         *           "reused_from": "",
         *           "replaces": "",
         *           "removable": true,
         *           "recognised": true,
         *           "belongs": "",
         *           "check": {
         *             "state": "done",
         *             "position": null,
         *             "kind": {
         *               "id": "business_licence",
         *               "name": "营业执照"
         *             },
         *             "findings": [
         *               {
         *                 "code": "other_paper",
         *                 "severity": "mend",
         *                 "say": "这看起来是营业执照，这里要的是「居民身份证」。请换成「居民身份证」，或把它传到对应的材料里。",
         *                 "place": null
         *               }
         *             ]
         *           }
         *         }
         *       ],
         *       "findings": [],
         *       "room": 19,
         *       "open": true,
         *       "kinds": [
         *         "application"
         *       ]
         *     }
         */
        MaterialSlot: {
            /** @description 材料编号 */
            id: string;
            /** @description 材料名称 */
            name: string;
            /** @description 必要、非必要或容缺后补 */
            need: components["schemas"]["Necessity"];
            /** @description 一定要交；还有问题没答清、要不要交说不定时是 false */
            certain: boolean;
            /** @description 窗口收什么：原件、复印件、原件核对等；来源没有写时为空 */
            form: components["schemas"]["MaterialForm"] | null;
            /** @description 份数；来源没有写时为空 */
            copies: number | null;
            /** @description 来源渠道：申请人自备、政府部门核发、其他；来源没有写时为空 */
            source: components["schemas"]["Source"] | null;
            /** @description 受理标准 */
            standard: string;
            /** @description 填报须知 */
            filling: string;
            /** @description 为什么要这份；人人都要的为空 */
            reason: string;
            /** @description 草稿里怎么说的：ready 已备齐、missing 没有、later 后补、promised 书面承诺；没有说过时为空 */
            declared: ("ready" | "missing" | "later" | "promised") | null;
            /**
             * @description empty 没有文件、received 已收到（没有认出是不是，由窗口核对）、checking 正在看、passed 没有问题、doubtful 有疑问、mend 最好先改
             * @enum {string}
             */
            state: "empty" | "received" | "checking" | "passed" | "doubtful" | "mend";
            /** @description 这一格的文件，按先后 */
            files: components["schemas"]["FileView"][];
            /** @description 对整份材料的意见，例如缺背面 */
            findings: components["schemas"]["Finding"][];
            /** @description 还能再传几个文件 */
            room: number;
            /** @description 现在能不能传：已经提交的，只有要求补正和约好后补的能传 */
            open: boolean;
            /** @description 这份材料是哪几种证照、文书，预审的代号，例如 id_card_front；说不上的为空 */
            kinds: string[];
        };
        /**
         * @example {
         *       "states": {
         *         "food_operation.application": "ready",
         *         "food_operation.rules": "later"
         *       }
         *     }
         */
        MaterialsChange: {
            /**
             * @description 清单上的材料都备齐了；states 里另外写的以 states 为准
             * @default false
             */
            all_ready?: boolean;
            /**
             * @description 材料编号到 ready 已备齐、missing 没有、later 后补、promised 用书面承诺代替（告知承诺）
             * @default {}
             */
            states?: {
                [key: string]: "ready" | "missing" | "later" | "promised";
            };
            /**
             * @description 一起返回的：preview 告知单预览、gaps 还缺什么
             * @default []
             */
            including?: ("preview" | "gaps")[];
        };
        MatterFound: {
            /** @description 像是在说的那件事；都不像时为空 */
            matter: components["schemas"]["MatterView"] | null;
        };
        MatterView: {
            /** @description 事情的编号 */
            id: string;
            /** @description 主题，例如 公证、打官司、纠纷 */
            theme: string;
            /** @description 事情的名称 */
            name: string;
            /** @description 由谁办 */
            body: string;
            /** @description 全国统一的电话；没有的为空 */
            hotline: string;
            /** @description 全国统一的网站或手机应用；没有的为空 */
            online: string;
            /** @description 本地部门的全称；没有的为空 */
            department: string;
            /** @description 本地部门的咨询电话；没有的为空 */
            phone: string;
            /** @description 先做什么、带什么 */
            first: string;
            /** @description 法律和条文，或者官方热线、官方网站 */
            source: string;
            /** @description 电话和职责最近一次核对的日子 */
            checked: string;
            /** @description 本地部门的电话是随附的示例 */
            example: boolean;
            /** @description 说的就是这件事；否则只是最像，要先问一句 */
            sure: boolean;
            /** @description 说的就是这件事的把握，0到1；一字不差是1 */
            score: number;
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "messages": [
         *         {
         *           "id": 1,
         *           "at": "2026-11-23T09:30:00+08:00",
         *           "state": "submitted",
         *           "text": "您的申请已提交。",
         *           "way": "subscription",
         *           "way_label": "微信订阅通知",
         *           "is_new": true
         *         }
         *       ],
         *       "next": 2
         *     }
         */
        MessageList: {
            /** @description 办件编号 */
            number: string;
            /** @description 消息，先写的在前 */
            messages: components["schemas"]["MessageView"][];
            /** @description 下一次从这里接着取 */
            next: number;
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "phone_tail": "6171",
         *       "after": 0
         *     }
         */
        MessageQuery: {
            /** @description 办件编号，在回执上，例如 261123000017 */
            number: string;
            /** @description 提交时所留手机号的后四位，作为第二因子 */
            phone_tail?: string | null;
            /** @description 提交时所留的完整手机号（11位）：撤回、补交、投诉要核对它；别人试错了尾号，凭它也还能查 */
            phone?: string | null;
            /** @description 不给手机尾号时，给草稿编号：提交这个办件的那个对话的草稿，本身就是凭据；别的草稿，看渠道存进去的号码 */
            intake?: string | null;
            /**
             * @description 办事人刚说了号码：只看草稿里存的号码对不对，不看是不是提交它的那个对话
             * @default false
             */
            by_phone?: boolean;
            /**
             * @description 上一次看到的最后一条的 id
             * @default 0
             */
            after?: number;
        };
        MessageView: {
            /** @description 顺序号，接着取用 */
            id: number;
            /**
             * Format: date-time
             * @description 什么时候写的
             */
            at: string;
            /** @description 写的时候办件状态的代号 */
            state: string;
            /** @description 告诉申请人的话 */
            text: string;
            /** @description 怎么送到的，代号：subscription、template、custom、sms 等；只在网页里看的为空 */
            way: string;
            /** @description 怎么送到的，给人看的说法，例如 微信订阅通知 */
            way_label: string;
            /** @description 还没有看过 */
            is_new: boolean;
        };
        /** @enum {string} */
        Moment: "missed" | "denied" | "repeated" | "doubtful" | "handed_over";
        Narrowed: {
            /** @description 剩下的事项的编号 */
            items: string[];
            /** @description 凭哪几个字 */
            because: string[];
        };
        NearestWindow: {
            /** @description 最近的窗口；没有更近的，是中心的综合窗口 */
            window: components["schemas"]["WindowView"];
            /** @description 是按位置或者地址找到的；不是的，就是中心的综合窗口 */
            is_near: boolean;
        };
        /** @enum {string} */
        Necessity: "必要" | "非必要" | "容缺后补";
        /**
         * @example {
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue9QoIiMxNcDvBrEtYuPlKhZ"
         *     }
         */
        NewConversation: {
            /** @description 对话的名字，由服务端发，猜不到；以后每次都带着 */
            conversation: string;
        };
        Not: {
            /** @description 这个条件不成立 */
            not_: components["schemas"]["Is"] | components["schemas"]["All"] | components["schemas"]["Any_"] | components["schemas"]["Not"];
        };
        NoticeCard: {
            /** @description 告知单编号，例如 GZ20261123-0007；各版相同 */
            number: string;
            /** @description 第几版 */
            version: number;
            /**
             * Format: date-time
             * @description 什么时候出的
             */
            drawn_at: string;
            /** @description 查看告知单的访问名，猜不到 */
            access: string;
            /** @description 告知单的内容 */
            content: components["schemas"]["NoticeContent"];
            /** @description 打印件上的二维码指向的网页，总是最新一版 */
            qr_path: string;
            /** @description 这一版的网页 */
            page_path: string;
            /** @description 这一版的 PDF */
            pdf_path: string;
            /** @description 有 Word 申请书可以下载的材料的编号，已经知道的都填好 */
            forms: string[];
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "notice";
            /** @description 和前一版比有什么变化；第一版、没有重新出时为空 */
            change: components["schemas"]["NoticeChange"] | null;
        };
        NoticeChange: {
            /** @description 新增的材料 */
            added: components["schemas"]["NoticeMaterial"][];
            /** @description 不再需要的材料 */
            dropped: components["schemas"]["NoticeMaterial"][];
            /** @description 要求有变化的材料 */
            altered: components["schemas"]["NoticeMaterial"][];
            /** @description 收费有变化 */
            fees_changed: boolean;
            /** @description 新增的事项名称 */
            items_added: string[];
            /** @description 不再办的事项名称 */
            items_dropped: string[];
            /** @description 窗口有变化 */
            window_changed: boolean;
        };
        /**
         * @example {
         *       "affair": "food_operation.new",
         *       "name": "食品经营许可（新办）",
         *       "kind": "item",
         *       "circumstances": [
         *         {
         *           "question": "premises",
         *           "text": "经营场所是自有还是租赁",
         *           "value": "owned",
         *           "label": "自有"
         *         }
         *       ],
         *       "materials": [
         *         {
         *           "id": "food_operation.application",
         *           "name": "食品经营许可申请书",
         *           "basis": [
         *             "《食品经营许可和备案管理办法》（国家市场监督管理总局令第78号，2023年）第十三条第一款第一项"
         *           ],
         *           "form": "原件",
         *           "copies": 1,
         *           "source": "申请人自备",
         *           "necessity": "必要",
         *           "standard": "项目填写齐全，申请人签名或者盖章",
         *           "filling": "可在线填写后打印",
         *           "issued_by": "",
         *           "blank_form": "食品经营许可申请书",
         *           "promise_instead": false,
         *           "certain": true,
         *           "reason": "",
         *           "for_items": [
         *             "食品经营许可（新办）"
         *           ]
         *         }
         *       ],
         *       "fees": [],
         *       "items": [
         *         {
         *           "id": "food_operation.new",
         *           "name": "食品经营许可（新办）",
         *           "department": "河东县市场监督管理局",
         *           "case_kind": "承诺件",
         *           "legal_limit": {
         *             "days": 10,
         *             "unit": "工作日",
         *             "basis": [
         *               {
         *                 "law": "食品经营许可和备案管理办法",
         *                 "document": "国家市场监督管理总局令第78号，2023年",
         *                 "articles": "第二十一条"
         *               }
         *             ],
         *             "note": ""
         *           },
         *           "promised_limit": {
         *             "days": 8,
         *             "unit": "工作日",
         *             "basis": [],
         *             "note": ""
         *           },
         *           "conditions": [
         *             "有与经营的食品品种、数量相适应的场所和设施，与有毒有害场所保持规定距离"
         *           ],
         *           "steps": [
         *             {
         *               "name": "提交",
         *               "who": "申请人",
         *               "days": null,
         *               "what": "网上或到窗口提交"
         *             }
         *           ],
         *           "result_name": "食品经营许可证",
         *           "result_valid": "5年",
         *           "delivery": [
         *             "窗口领取"
         *           ],
         *           "bases": [
         *             "《食品安全法》第三十五条"
         *           ],
         *           "free_of_charge": true,
         *           "remarks": [],
         *           "prerequisites": [],
         *           "intermediaries": [],
         *           "passed_up_to": "",
         *           "joint_with": [],
         *           "inspection": true,
         *           "absent": [],
         *           "source": "",
         *           "place_text": "",
         *           "consult": "",
         *           "shared": [
         *             {
         *               "id": "shared_licence",
         *               "name": "营业执照",
         *               "holder": "市场监督管理部门",
         *               "basis": [
         *                 "《国务院关于在线政务服务的若干规定》第七条"
         *               ]
         *             }
         *           ]
         *         }
         *       ],
         *       "route": {
         *         "window": "market",
         *         "number": "12号",
         *         "name": "市场监管窗口",
         *         "site": "河东县政务服务中心",
         *         "floor": "2楼",
         *         "address": "河东县城关街道政务路1号",
         *         "phone": "0000-8600-1001",
         *         "hours": "星期一至星期五 9:00-12:00、13:00-17:00",
         *         "takes_appointments": true,
         *         "department": "market",
         *         "rule": "department_window",
         *         "why": "这个事项由河东县市场监督管理局办理",
         *         "example": true,
         *         "nearer": []
         *       },
         *       "catalogue_version": "09c7aba58a7e"
         *     }
         */
        NoticeContent: {
            /** @description 事项或一件事的编号 */
            affair: string;
            /** @description 事项或一件事的名称 */
            name: string;
            /** @description item 业务办理项、bundle 一件事 */
            kind: string;
            /** @description 申请人的情形：问题和回答 */
            circumstances: components["schemas"]["Circumstance"][];
            /** @description 要交的材料 */
            materials: components["schemas"]["NoticeMaterial"][];
            /** @description 收费 */
            fees: components["schemas"]["NoticeFee"][];
            /** @description 各个事项的时限、条件、流程和结果 */
            items: components["schemas"]["NoticeItem"][];
            /** @description 去哪个窗口；事项库里没有窗口时为空 */
            route: components["schemas"]["Route"] | null;
            /** @description 事项库的版本 */
            catalogue_version: string;
        };
        /**
         * @example {
         *       "notice": {
         *         "number": "GZ20261123-0001",
         *         "version": 2,
         *         "drawn_at": "2026-11-23T09:30:00+08:00",
         *         "access": "C5rf9u90ws9bor2fdoLQqfSYlSApRavB",
         *         "content": {
         *           "affair": "food_operation.new",
         *           "name": "食品经营许可（新办）",
         *           "kind": "item",
         *           "circumstances": [
         *             {
         *               "question": "premises",
         *               "text": "经营场所是自有还是租赁",
         *               "value": "owned",
         *               "label": "自有"
         *             }
         *           ],
         *           "materials": [
         *             {
         *               "id": "food_operation.application",
         *               "name": "食品经营许可申请书",
         *               "basis": [
         *                 "《食品经营许可和备案管理办法》（国家市场监督管理总局令第78号，2023年）第十三条第一款第一项"
         *               ],
         *               "form": "原件",
         *               "copies": 1,
         *               "source": "申请人自备",
         *               "necessity": "必要",
         *               "standard": "项目填写齐全，申请人签名或者盖章",
         *               "filling": "可在线填写后打印",
         *               "issued_by": "",
         *               "blank_form": "食品经营许可申请书",
         *               "promise_instead": false,
         *               "certain": true,
         *               "reason": "",
         *               "for_items": [
         *                 "食品经营许可（新办）"
         *               ]
         *             }
         *           ],
         *           "fees": [],
         *           "items": [
         *             {
         *               "id": "food_operation.new",
         *               "name": "食品经营许可（新办）",
         *               "department": "河东县市场监督管理局",
         *               "case_kind": "承诺件",
         *               "legal_limit": {
         *                 "days": 10,
         *                 "unit": "工作日",
         *                 "basis": [
         *                   {
         *                     "law": "食品经营许可和备案管理办法",
         *                     "document": "国家市场监督管理总局令第78号，2023年",
         *                     "articles": "第二十一条"
         *                   }
         *                 ],
         *                 "note": ""
         *               },
         *               "promised_limit": {
         *                 "days": 8,
         *                 "unit": "工作日",
         *                 "basis": [],
         *                 "note": ""
         *               },
         *               "conditions": [
         *                 "有与经营的食品品种、数量相适应的场所和设施，与有毒有害场所保持规定距离"
         *               ],
         *               "steps": [
         *                 {
         *                   "name": "提交",
         *                   "who": "申请人",
         *                   "days": null,
         *                   "what": "网上或到窗口提交"
         *                 }
         *               ],
         *               "result_name": "食品经营许可证",
         *               "result_valid": "5年",
         *               "delivery": [
         *                 "窗口领取"
         *               ],
         *               "bases": [
         *                 "《食品安全法》第三十五条"
         *               ],
         *               "free_of_charge": true,
         *               "remarks": [],
         *               "prerequisites": [],
         *               "intermediaries": [],
         *               "passed_up_to": "",
         *               "joint_with": [],
         *               "inspection": true,
         *               "absent": [],
         *               "source": "",
         *               "place_text": "",
         *               "consult": "",
         *               "shared": [
         *                 {
         *                   "id": "shared_licence",
         *                   "name": "营业执照",
         *                   "holder": "市场监督管理部门",
         *                   "basis": [
         *                     "《国务院关于在线政务服务的若干规定》第七条"
         *                   ]
         *                 }
         *               ]
         *             }
         *           ],
         *           "route": {
         *             "window": "market",
         *             "number": "12号",
         *             "name": "市场监管窗口",
         *             "site": "河东县政务服务中心",
         *             "floor": "2楼",
         *             "address": "河东县城关街道政务路1号",
         *             "phone": "0000-8600-1001",
         *             "hours": "星期一至星期五 9:00-12:00、13:00-17:00",
         *             "takes_appointments": true,
         *             "department": "market",
         *             "rule": "department_window",
         *             "why": "这个事项由河东县市场监督管理局办理",
         *             "example": true,
         *             "nearer": []
         *           },
         *           "catalogue_version": "09c7aba58a7e"
         *         },
         *         "qr_path": "/n/C5rf9u90ws9bor2fdoLQqfSYlSApRavB",
         *         "page_path": "/n/C5rf9u90ws9bor2fdoLQqfSYlSApRavB?version=2",
         *         "pdf_path": "/n/C5rf9u90ws9bor2fdoLQqfSYlSApRavB.pdf?version=2",
         *         "forms": [
         *           "food_operation.application"
         *         ]
         *       },
         *       "change": {
         *         "added": [
         *           {
         *             "id": "food_operation.layout",
         *             "name": "经营场所布局和操作流程图纸",
         *             "basis": [
         *               "《食品经营许可和备案管理办法》（国家市场监督管理总局令第78号，2023年）第十三条第一款第三项"
         *             ],
         *             "form": "原件",
         *             "copies": 1,
         *             "source": "申请人自备",
         *             "necessity": "必要",
         *             "standard": "标明各功能区位置、面积和设备，操作流程不交叉",
         *             "filling": "",
         *             "issued_by": "",
         *             "blank_form": "",
         *             "promise_instead": false,
         *             "certain": true,
         *             "reason": "因为经营场所超过200平方米",
         *             "for_items": [
         *               "食品经营许可（新办）"
         *             ]
         *           }
         *         ],
         *         "dropped": [
         *           {
         *             "id": "food_operation.layout_note",
         *             "name": "主要设备设施、布局和操作流程说明",
         *             "basis": [
         *               "《食品经营许可和备案管理办法》（国家市场监督管理总局令第78号，2023年）第十三条第一款第三项"
         *             ],
         *             "form": "原件",
         *             "copies": 1,
         *             "source": "申请人自备",
         *             "necessity": "必要",
         *             "standard": "写明各功能区位置和主要设备，附手绘示意图即可",
         *             "filling": "",
         *             "issued_by": "",
         *             "blank_form": "",
         *             "promise_instead": false,
         *             "certain": true,
         *             "reason": "因为经营场所不超过200平方米",
         *             "for_items": [
         *               "食品经营许可（新办）"
         *             ]
         *           }
         *         ],
         *         "altered": [],
         *         "fees_changed": false,
         *         "items_added": [],
         *         "items_dropped": [],
         *         "window_changed": false
         *       },
         *       "is_new": true
         *     }
         */
        NoticeDrawn: {
            /** @description 告知单 */
            notice: components["schemas"]["NoticeView"];
            /** @description 和前一版比有什么变化；第一版为空 */
            change: components["schemas"]["NoticeChange"] | null;
            /** @description 出了新的一版；内容没有变时是 false，返回的是原来那一版 */
            is_new: boolean;
        };
        NoticeFee: {
            /** @description 收费项目名称 */
            name: string;
            /** @description 金额，元；按标准算的为空 */
            amount: number | null;
            /** @description 按什么收 */
            per: string;
            /** @description 收费标准，文字 */
            rule: string;
            /** @description 收费依据 */
            basis: string[];
            /** @description 减免 */
            relief: string;
            /** @description 为什么您要交；人人都交的为空文字 */
            reason: string;
            /** @description 一定收；说不定时是 false */
            certain: boolean;
            /** @description 哪个事项收，事项名称 */
            item: string;
        };
        NoticeItem: {
            /** @description 业务办理项编号 */
            id: string;
            /** @description 事项名称 */
            name: string;
            /** @description 部门名称 */
            department: string;
            /** @description 办件类型：即办件、承诺件 */
            case_kind: string;
            /** @description 法定办结时限；来源没有时为空 */
            legal_limit: components["schemas"]["Limit"] | null;
            /** @description 承诺办结时限；没有承诺时为空 */
            promised_limit: components["schemas"]["Limit"] | null;
            /** @description 受理条件 */
            conditions: string[];
            /** @description 办理流程 */
            steps: components["schemas"]["Step"][];
            /** @description 结果名称 */
            result_name: string;
            /** @description 结果的有效期 */
            result_valid: string;
            /** @description 送达方式 */
            delivery: string[];
            /** @description 设定依据 */
            bases: string[];
            /** @description 不收费；来源没有写时为空 */
            free_of_charge: boolean | null;
            /** @description 备注 */
            remarks: string[];
            /** @description 前置事项的名称 */
            prerequisites: string[];
            /** @description 中介服务 */
            intermediaries: string[];
            /** @description 逐级上报到哪个上级机关；本级决定的为空文字 */
            passed_up_to: string;
            /** @description 并联审批一起办的部门 */
            joint_with: string[];
            /** @description 有现场勘验 */
            inspection: boolean;
            /** @description 来源里没有的字段的名称 */
            absent: string[];
            /** @description 导入的来源；随附的为空文字 */
            source: string;
            /**
             * @description 来源里写的办理地点
             * @default
             */
            place_text: string;
            /**
             * @description 咨询方式
             * @default
             */
            consult: string;
            /**
             * @description 窗口通过数据共享核查、不用交的材料
             * @default []
             */
            shared: components["schemas"]["NoticeShared"][];
        };
        NoticeMaterial: {
            /** @description 材料编号 */
            id: string;
            /** @description 材料名称 */
            name: string;
            /** @description 设定依据：法律名称和条号 */
            basis: string[];
            /** @description 材料类型：原件、复印件、原件和复印件、原件核对、电子件；来源没有写时为空 */
            form: components["schemas"]["MaterialForm"] | null;
            /** @description 份数；来源没有写时为空 */
            copies: number | null;
            /** @description 来源渠道：申请人自备、政府部门核发、其他；来源没有写时为空 */
            source: components["schemas"]["Source"] | null;
            /** @description 必要、非必要或容缺后补 */
            necessity: components["schemas"]["Necessity"];
            /** @description 受理标准 */
            standard: string;
            /** @description 填报须知 */
            filling: string;
            /** @description 出具机构 */
            issued_by: string;
            /** @description 空白表格的名称 */
            blank_form: string;
            /** @description 可以用书面承诺代替（告知承诺） */
            promise_instead: boolean;
            /** @description 一定要交；答了不确定、要不要交说不定时是 false */
            certain: boolean;
            /** @description 为什么您要交这份；人人都要的为空文字 */
            reason: string;
            /** @description 哪些事项要它，事项名称；一件事里共用的有几个 */
            for_items: string[];
        };
        NoticeRef: {
            /** @description 告知单编号，例如 GZ20261123-0007 */
            number: string;
            /** @description 第几版 */
            version: number;
            /** @description 查看告知单的访问名，猜不到 */
            access: string;
        };
        NoticeShared: {
            /** @description 材料编号 */
            id: string;
            /** @description 材料名称 */
            name: string;
            /** @description 共享数据的部门 */
            holder: string;
            /** @description 设定依据 */
            basis: string[];
        };
        /**
         * @example {
         *       "number": "GZ20261123-0001",
         *       "version": 2,
         *       "drawn_at": "2026-11-23T09:30:00+08:00",
         *       "access": "C5rf9u90ws9bor2fdoLQqfSYlSApRavB",
         *       "content": {
         *         "affair": "food_operation.new",
         *         "name": "食品经营许可（新办）",
         *         "kind": "item",
         *         "circumstances": [
         *           {
         *             "question": "premises",
         *             "text": "经营场所是自有还是租赁",
         *             "value": "owned",
         *             "label": "自有"
         *           }
         *         ],
         *         "materials": [
         *           {
         *             "id": "food_operation.application",
         *             "name": "食品经营许可申请书",
         *             "basis": [
         *               "《食品经营许可和备案管理办法》（国家市场监督管理总局令第78号，2023年）第十三条第一款第一项"
         *             ],
         *             "form": "原件",
         *             "copies": 1,
         *             "source": "申请人自备",
         *             "necessity": "必要",
         *             "standard": "项目填写齐全，申请人签名或者盖章",
         *             "filling": "可在线填写后打印",
         *             "issued_by": "",
         *             "blank_form": "食品经营许可申请书",
         *             "promise_instead": false,
         *             "certain": true,
         *             "reason": "",
         *             "for_items": [
         *               "食品经营许可（新办）"
         *             ]
         *           }
         *         ],
         *         "fees": [],
         *         "items": [
         *           {
         *             "id": "food_operation.new",
         *             "name": "食品经营许可（新办）",
         *             "department": "河东县市场监督管理局",
         *             "case_kind": "承诺件",
         *             "legal_limit": {
         *               "days": 10,
         *               "unit": "工作日",
         *               "basis": [
         *                 {
         *                   "law": "食品经营许可和备案管理办法",
         *                   "document": "国家市场监督管理总局令第78号，2023年",
         *                   "articles": "第二十一条"
         *                 }
         *               ],
         *               "note": ""
         *             },
         *             "promised_limit": {
         *               "days": 8,
         *               "unit": "工作日",
         *               "basis": [],
         *               "note": ""
         *             },
         *             "conditions": [
         *               "有与经营的食品品种、数量相适应的场所和设施，与有毒有害场所保持规定距离"
         *             ],
         *             "steps": [
         *               {
         *                 "name": "提交",
         *                 "who": "申请人",
         *                 "days": null,
         *                 "what": "网上或到窗口提交"
         *               }
         *             ],
         *             "result_name": "食品经营许可证",
         *             "result_valid": "5年",
         *             "delivery": [
         *               "窗口领取"
         *             ],
         *             "bases": [
         *               "《食品安全法》第三十五条"
         *             ],
         *             "free_of_charge": true,
         *             "remarks": [],
         *             "prerequisites": [],
         *             "intermediaries": [],
         *             "passed_up_to": "",
         *             "joint_with": [],
         *             "inspection": true,
         *             "absent": [],
         *             "source": "",
         *             "place_text": "",
         *             "consult": "",
         *             "shared": [
         *               {
         *                 "id": "shared_licence",
         *                 "name": "营业执照",
         *                 "holder": "市场监督管理部门",
         *                 "basis": [
         *                   "《国务院关于在线政务服务的若干规定》第七条"
         *                 ]
         *               }
         *             ]
         *           }
         *         ],
         *         "route": {
         *           "window": "market",
         *           "number": "12号",
         *           "name": "市场监管窗口",
         *           "site": "河东县政务服务中心",
         *           "floor": "2楼",
         *           "address": "河东县城关街道政务路1号",
         *           "phone": "0000-8600-1001",
         *           "hours": "星期一至星期五 9:00-12:00、13:00-17:00",
         *           "takes_appointments": true,
         *           "department": "market",
         *           "rule": "department_window",
         *           "why": "这个事项由河东县市场监督管理局办理",
         *           "example": true,
         *           "nearer": []
         *         },
         *         "catalogue_version": "09c7aba58a7e"
         *       },
         *       "qr_path": "/n/C5rf9u90ws9bor2fdoLQqfSYlSApRavB",
         *       "page_path": "/n/C5rf9u90ws9bor2fdoLQqfSYlSApRavB?version=2",
         *       "pdf_path": "/n/C5rf9u90ws9bor2fdoLQqfSYlSApRavB.pdf?version=2",
         *       "forms": [
         *         "food_operation.application"
         *       ]
         *     }
         */
        NoticeView: {
            /** @description 告知单编号，例如 GZ20261123-0007；各版相同 */
            number: string;
            /** @description 第几版 */
            version: number;
            /**
             * Format: date-time
             * @description 什么时候出的
             */
            drawn_at: string;
            /** @description 查看告知单的访问名，猜不到 */
            access: string;
            /** @description 告知单的内容 */
            content: components["schemas"]["NoticeContent"];
            /** @description 打印件上的二维码指向的网页，总是最新一版 */
            qr_path: string;
            /** @description 这一版的网页 */
            page_path: string;
            /** @description 这一版的 PDF */
            pdf_path: string;
            /** @description 有 Word 申请书可以下载的材料的编号，已经知道的都填好 */
            forms: string[];
        };
        /**
         * @example {
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue9QoIiMxNcDvBrEtYuPlKhZ"
         *     }
         */
        OfConversation: {
            /** @description 对话的名字，从 /chat/conversations 得到 */
            conversation: string;
        };
        /**
         * @example {
         *       "channel": "web",
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue"
         *     }
         */
        OfDialogue: {
            /** @description 渠道的名称，例如 web、wechat、rest */
            channel: string;
            /** @description 渠道给这个对话起的名字；库里只存它的摘要 */
            conversation: string;
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "authority": "河东县市场监督管理局",
         *       "papers": [
         *         {
         *           "place": 3,
         *           "title": "受理通知书",
         *           "number": "受字〔2026〕1号",
         *           "day": "2026-11-24",
         *           "code": "261123000018-03-3FA2C1D09B",
         *           "remedy": ""
         *         }
         *       ]
         *     }
         */
        OfficialPaperList: {
            /** @description 办件编号 */
            number: string;
            /** @description 作出机关 */
            authority: string;
            /** @description 各份文书，先作出的在前 */
            papers: components["schemas"]["OfficialPaperView"][];
        };
        OfficialPaperView: {
            /** @description 第几份：办件日志里的位置，取 PDF 时用 */
            place: number;
            /** @description 文书的名称，例如 受理通知书 */
            title: string;
            /** @description 文号 */
            number: string;
            /**
             * Format: date
             * @description 哪一天的
             */
            day: string;
            /** @description 核验码，在 /v/核验码 可以查真伪 */
            code: string;
            /** @description 不服的怎么办；没有不利决定的为空文字 */
            remedy: string;
        };
        Option: {
            /** @description 序号，办事人可以只回这个数字 */
            number: number;
            /** @description 选项的名称 */
            label: string;
            /**
             * @description 名称后面括号里的说明，例如部门
             * @default
             */
            note: string;
            /** @description 选了以后替办事人说的话 */
            payload: string;
            /**
             * @description 是不是按钮；不确定、都不是只写在文字里
             * @default true
             */
            is_button: boolean;
            /**
             * @description 能自己办的界面打开什么，而不说 payload：move 是换设备接着办
             * @default
             * @enum {string}
             */
            opens: "" | "move";
        };
        OptionHeard: {
            /** @description 选项 */
            value: string;
            /** @description 选项的说法 */
            label: string;
            /** @description 就是它的把握，0到1 */
            probability: number;
            /**
             * @description 凭什么：证据和字眼
             * @default []
             */
            because: string[];
        };
        OptionView: {
            /** @description 选项值，回答时给它 */
            value: string;
            /** @description 选项的中文，例如 租赁 */
            label: string;
            /** @description 人们的其他说法，例如 租的 */
            says: string[];
            /** @description 数量的范围：大于第一个数，不超过第二个数；不是数量时为空 */
            bounds: [
                number,
                number
            ] | null;
        };
        OtherSubjectView: {
            /** @description 别的事项、别处办的事才这么叫的词 */
            words: string[];
            /** @description 像是一个证照、材料或者钱款的名称的几个字；没有的为空 */
            named: string;
        };
        OwnCase: {
            /** @description 办件编号 */
            number: string;
            /** @description 事项名称 */
            item: string;
            /** @description 办件状态的代号 */
            state: components["schemas"]["CaseState"];
            /** @description 办件状态的中文名称，例如 已受理 */
            state_label: string;
        };
        /**
         * @example {
         *       "cases": [
         *         {
         *           "number": "261123000018",
         *           "item": "食品经营许可（新办）",
         *           "state": "accepted",
         *           "state_label": "已受理"
         *         }
         *       ]
         *     }
         */
        OwnCases: {
            /** @description 新的在前，最多20个 */
            cases: components["schemas"]["OwnCase"][];
        };
        /**
         * @example {
         *       "url": "https://zw.example.cn/"
         *     }
         */
        PageAddress: {
            /** @description 网页现在的地址，不含 # 和后面的部分 */
            url: string;
        };
        /**
         * @example {
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue9QoIiMxNcDvBrEtYuPlKhZ",
         *       "id": "8f14e45fceea",
         *       "text": "我租了个门面想开个小饭馆，要办啥"
         *     }
         */
        PageMessage: {
            /** @description 对话的名字，从 /chat/conversations 得到 */
            conversation: string;
            /** @description 网页给这句话起的编号，8到64个字母、数字，每句话一个；重发时不变，只办一次 */
            id: string;
            /** @description 办事人说的话，原样给 */
            text: string;
        };
        /**
         * @example {
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue9QoIiMxNcDvBrEtYuPlKhZ",
         *       "id": "c9f0f895fb98",
         *       "code": "9PKN-8YTC"
         *     }
         */
        PageResume: {
            /** @description 对话的名字，从 /chat/conversations 得到 */
            conversation: string;
            /** @description 网页给这一次起的编号，重发时不变 */
            id: string;
            /** @description 续办码，例如 K7PM-2XQ9 */
            code: string;
        };
        /**
         * @example {
         *       "app_id": "wx0123456789abcdef",
         *       "timestamp": 1795397400,
         *       "nonce": "8f14e45fceea",
         *       "signature": "1f6f0e2f0d3c4b5a69788796a5b4c3d2e1f00112",
         *       "notices": [
         *         "xL9s2Kq8vTn2WmYpRd4cJf6HgBa1Ue9QoIiMxNcDvBr"
         *       ]
         *     }
         */
        PageSignature: {
            /** @description 公众号的 AppID */
            app_id: string;
            /** @description 签名的时间，从1970年起的秒数 */
            timestamp: number;
            /** @description 签名用的随机字符 */
            nonce: string;
            /** @description 签名 */
            signature: string;
            /** @description 可以请办事人同意的订阅通知，模板编号；中心没有设的为空 */
            notices: string[];
        };
        /**
         * @example {
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue9QoIiMxNcDvBrEtYuPlKhZ",
         *       "after": 41
         *     }
         */
        PageTalkQuery: {
            /** @description 对话的名字，从 /chat/conversations 得到 */
            conversation: string;
            /**
             * @description 上一次看到的最后一句的 id；从头取写 0
             * @default 0
             */
            after?: number;
        };
        PaperKind: {
            /** @description 种类的编号，例如 business_licence */
            id: string;
            /** @description 种类的名称，例如 营业执照 */
            name: string;
        };
        PartView: {
            /** @description 业务办理项编号 */
            id: string;
            /** @description 名称 */
            name: string;
            /** @description 部门名称 */
            department: string;
            /** @description 什么情形下包括它，中文；总是包括的为空文字 */
            when: string;
        };
        /** @enum {string} */
        Personal: "id_number" | "credit_code" | "phone" | "bank_card" | "email" | "phone_tail" | "name" | "address" | "passport" | "travel_permit" | "residence_card" | "landline" | "plate" | "agent_name" | "agent_id_number" | "agent_phone" | "military" | "agent_passport" | "agent_travel_permit" | "agent_residence_card" | "unit_name" | "legal_name" | "co_name" | "co_id_number";
        /**
         * @example {
         *       "said": "闺女的身份证不是这个，这个是我的"
         *     }
         */
        PersonalOwner: {
            /** @description 说填的信息其实是谁的那句话，个人信息已经换成记号，例如「闺女的身份证不是这个，这个是我的」 */
            said: string;
        };
        /**
         * @example {
         *       "values": {
         *         "name": "陈晨欣",
         *         "id_number": "110105199904062612",
         *         "phone": "13866496171",
         *         "credit_code": "92110108MAQEFLCR3U"
         *       },
         *       "said": "我叫[姓名]，身份证[身份证号]，手机[手机号]，执照[信用代码]"
         *     }
         */
        PersonalValues: {
            /** @description 联系信息：种类到内容，例如 name 姓名、phone 手机号、agent_name 代办人姓名、credit_code 统一社会信用代码；加密保存，不进日志 */
            values: {
                [key: string]: string;
            };
            /** @description 说这些信息的那句话，个人信息已经换成记号；从里面听出是谁的，例如「我妈叫[姓名]」 */
            said?: string | null;
        };
        /**
         * @example {
         *       "code": "204816"
         *     }
         */
        PhoneCode: {
            /** @description 短信里的六位数字，例如 204816 */
            code: string;
        };
        Place: {
            /**
             * @description 第几页
             * @default 1
             */
            page: number;
            /** @description 左边，占页宽的几分之几 */
            left: number;
            /** @description 上边，占页高的几分之几 */
            top: number;
            /** @description 宽，占页宽的几分之几 */
            width: number;
            /** @description 高，占页高的几分之几 */
            height: number;
        };
        PlaceOfWindow: {
            /** @description 窗口的编号 */
            id: string;
            /** @description 窗口上的号码 */
            number: string;
            /** @description 窗口名称 */
            name: string;
            /** @description 所在场所 */
            site: string;
            /** @description 楼层 */
            floor: string;
            /** @description 地址 */
            address: string;
            /** @description 电话 */
            phone: string;
        };
        PlaceView: {
            /** @description 乡镇、街道的编号 */
            id: string;
            /** @description 乡镇、街道的名称 */
            name: string;
        };
        PointView: {
            /** @description 材料编号 */
            material: string;
            /** @description 材料名称 */
            name: string;
            /** @description 哪里要补正、怎么补 */
            what: string;
        };
        /**
         * @example {
         *       "type": "about:blank",
         *       "title": "内容有误",
         *       "status": 422,
         *       "code": "invalid_payload",
         *       "detail": "提交的内容有误。phone_tail：格式不对。",
         *       "errors": [
         *         {
         *           "field": "phone_tail",
         *           "message": "格式不对"
         *         }
         *       ]
         *     }
         */
        Problem: {
            /**
             * @description 问题类型的地址；没有专门的说明页，固定为 about:blank
             * @default about:blank
             */
            type: string;
            /** @description 这一类问题的中文名称，例如 状态冲突 */
            title: string;
            /** @description HTTP 状态码，和响应的一样 */
            status: number;
            /** @description 问题的固定代号，供程序判断 */
            code: string;
            /** @description 给人看的中文说明：怎么了、怎么办 */
            detail: string;
            /** @description 内容有几处错时，每处一条 */
            errors: components["schemas"]["FieldProblem"][];
        } & {
            [key: string]: unknown;
        };
        ProgressCard: {
            /** @description 办件编号 */
            number: string;
            /** @description 事项名称 */
            item: string;
            /** @description 办件状态的代号 */
            state: components["schemas"]["CaseState"];
            /** @description 办件状态的中文名称，例如 已受理 */
            state_label: string;
            /** @description 接下来轮到谁，例如 窗口、申请人 */
            who_acts_next: string;
            /** @description 接下来会做什么，一句话 */
            what_next: string;
            /** @description 现在正在算的期限；没有在算的为空 */
            due: components["schemas"]["DueView"] | null;
            /** @description 期限的完整说明；没有期限时写明为什么 */
            due_note: string;
            /** @description 受理窗口；办件转走以后是现在的窗口；事项库里没有窗口时为空 */
            window: components["schemas"]["Route"] | null;
            /** @description 办件经过，先发生的在前 */
            timeline: components["schemas"]["CaseEvent"][];
            /** @description 申请人现在能做的：withdraw 撤回、correct 补正、supplement 容缺后补 */
            can: string[];
            /** @description 已经起算的期限，没有结束的在前、先到期的在前 */
            clocks: components["schemas"]["ClockView"][];
            /** @description 补正通知里还要补的各点；不在补正时为空 */
            to_correct: components["schemas"]["PointView"][];
            /** @description 容缺后补还没有交的：材料编号到名称 */
            to_supplement: {
                [key: string]: string;
            };
            /** @description 并联审批各部门办到哪里，一句话；单独办理时为空 */
            joint: string;
            /** @description 同一次提交（一件事）的其他办件 */
            parts: components["schemas"]["CasePart"][];
            /** @description 办理结果；还没有决定时为空 */
            result: components["schemas"]["ResultView"] | null;
            /** @description 办件的版本，每有变化加1 */
            version: number;
            /** @description 现在有效的窗口预约；没有就为空 */
            appointment: components["schemas"]["AppointmentView"] | null;
            /**
             * @description 给过几次评价、答复了几次
             * @default {
             *       "given": 0,
             *       "answered": 0
             *     }
             */
            ratings: components["schemas"]["FeedbackCount"];
            /** @description 补正最晚哪天交；没有写明的、不在补正的为空 */
            correct_by: string | null;
            /** @description 可以下载的：提交回执、受理告知、补正告知、决定告知等，新的在前 */
            papers: components["schemas"]["CasePaper"][];
            /**
             * @description 提交时选的结果怎么拿，一句话；没有选为空
             * @default
             */
            result_wish: string;
            /**
             * @description 可以选的提醒，和现在选的
             * @default {
             *       "ways": []
             *     }
             */
            reminders: components["schemas"]["Reminders"];
            /**
             * @description 提过几次投诉、答复了几次
             * @default {
             *       "given": 0,
             *       "answered": 0
             *     }
             */
            complaints: components["schemas"]["FeedbackCount"];
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "progress";
        };
        QuestionCard: {
            /** @description 情形问题的编号 */
            id: string;
            /** @description 问题的原文，不带问号 */
            text: string;
            /** @description 回答会影响什么 */
            why: string;
            /** @description 不知道的人怎么弄清楚 */
            help: string;
            /** @description 数量的单位，例如 平方米；不是数量时为空文字 */
            unit: string;
            /** @description 可以选几样；答几样时用加号连起来，例如 representative+place */
            several: boolean;
            /** @description 可选的回答；另外总可以答 unsure 不确定 */
            options: components["schemas"]["OptionView"][];
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "question";
        };
        QuestionView: {
            /** @description 情形问题的编号 */
            id: string;
            /** @description 问题的原文，不带问号 */
            text: string;
            /** @description 回答会影响什么 */
            why: string;
            /** @description 不知道的人怎么弄清楚 */
            help: string;
            /** @description 数量的单位，例如 平方米；不是数量时为空文字 */
            unit: string;
            /** @description 可以选几样；答几样时用加号连起来，例如 representative+place */
            several: boolean;
            /** @description 可选的回答；另外总可以答 unsure 不确定 */
            options: components["schemas"]["OptionView"][];
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "phone_tail": "6171",
         *       "grade": 1,
         *       "reasons": [
         *         "one_visit",
         *         "polite"
         *       ],
         *       "text": "一次就办好了"
         *     }
         */
        RatingRequest: {
            /** @description 办件编号，在回执上，例如 261123000017 */
            number: string;
            /** @description 提交时所留手机号的后四位，作为第二因子 */
            phone_tail?: string | null;
            /** @description 提交时所留的完整手机号（11位）：撤回、补交、投诉要核对它；别人试错了尾号，凭它也还能查 */
            phone?: string | null;
            /** @description 不给手机尾号时，给草稿编号：提交这个办件的那个对话的草稿，本身就是凭据；别的草稿，看渠道存进去的号码 */
            intake?: string | null;
            /**
             * @description 办事人刚说了号码：只看草稿里存的号码对不对，不看是不是提交它的那个对话
             * @default false
             */
            by_phone?: boolean;
            /** @description 1 非常满意、2 满意、3 基本满意、4 不满意、5 非常不满意 */
            grade: number;
            /**
             * @description 评价的理由，代号见 reasons；可以不选
             * @default []
             */
            reasons?: string[];
            /**
             * @description 想说的话；其中的个人信息在保存前去除
             * @default
             */
            text?: string;
            /**
             * @description 从哪个渠道评的
             * @default web
             */
            channel?: string;
        };
        RatingView: {
            /** @description 第几次评价 */
            times: number;
            /** @description 1 非常满意、2 满意、3 基本满意、4 不满意、5 非常不满意 */
            grade: number;
            /** @description 满意度的中文 */
            grade_name: string;
            /** @description 理由，中文 */
            reasons: string[];
            /** @description 说的话，个人信息已经换成记号 */
            text: string;
            /**
             * Format: date-time
             * @description 什么时候评的
             */
            at: string;
            /** @description 差评最晚哪天答复；好评没有 */
            answer_by: string | null;
            /** @description 对差评的答复；还没有时为空文字 */
            answer: string;
            /** @description 什么时候答复的；还没有时为空 */
            answered_at: string | null;
        };
        ReceiptCard: {
            /** @description 办件编号；一件事分成几个办件时是第一个的 */
            number: string;
            /** @description 事项或一件事的名称 */
            item: string;
            /** @description 受理窗口；事项库里没有窗口时为空 */
            window: components["schemas"]["Route"] | null;
            /** @description 为什么是这个窗口 */
            why: string;
            /** @description 办件状态的代号 */
            state: components["schemas"]["CaseState"];
            /** @description 办件状态的中文名称 */
            state_label: string;
            /**
             * Format: date-time
             * @description 什么时候提交的
             */
            received_at: string;
            /** @description 最晚哪天答复是否受理；工作日还算不到那么远时为空 */
            answer_due: components["schemas"]["DueView"] | null;
            /** @description 答复期限的完整说明 */
            answer_due_note: string;
            /** @description 容缺后补的材料名称 */
            later: string[];
            /** @description 去窗口要带什么、谁来、交多少钱 */
            visit: components["schemas"]["Visit"] | null;
            /** @description 一件事分成的各个办件；只有一个办件时为空 */
            parts: components["schemas"]["CasePart"][];
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "case";
        };
        Remark: {
            /** @description 材料编号 */
            material: string;
            /** @description 材料名称；有几个文件时写明第几个 */
            name: string;
            /** @description 最好怎么改 */
            say: string;
        };
        /**
         * @example {
         *       "remarks": [
         *         {
         *           "material": "id_card",
         *           "name": "居民身份证第1张",
         *           "say": "这看起来是营业执照，这里要的是「居民身份证」。请换成「居民身份证」，或把它传到对应的材料里。"
         *         }
         *       ],
         *       "waiting": 0,
         *       "renewal": null
         *     }
         */
        RemarkList: {
            /** @description 最好先改的，一次列全；只是建议 */
            remarks: components["schemas"]["Remark"][];
            /** @description 还有几个文件没有看完 */
            waiting: number;
            /** @description 延续证照的，按申请人说的或者证上读出来的有效期，今天申请来不来得及；不是延续的为空 */
            renewal: components["schemas"]["Renewal"] | null;
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "phone": "13800006171",
         *       "ways": [
         *         "sms",
         *         "email"
         *       ],
         *       "email": "lin@example.com"
         *     }
         */
        ReminderChoice: {
            /** @description 办件编号，在回执上，例如 261123000017 */
            number: string;
            /** @description 提交时所留手机号的后四位，作为第二因子 */
            phone_tail?: string | null;
            /** @description 提交时所留的完整手机号（11位）：撤回、补交、投诉要核对它；别人试错了尾号，凭它也还能查 */
            phone?: string | null;
            /** @description 不给手机尾号时，给草稿编号：提交这个办件的那个对话的草稿，本身就是凭据；别的草稿，看渠道存进去的号码 */
            intake?: string | null;
            /**
             * @description 办事人刚说了号码：只看草稿里存的号码对不对，不看是不是提交它的那个对话
             * @default false
             */
            by_phone?: boolean;
            /** @description 选哪几种；空的就是都不要了 */
            ways: components["schemas"]["Way"][];
            /** @description 选了邮件的，送到哪个邮箱；不写就用以前留的 */
            email?: string | null;
        };
        ReminderWay: {
            /** @description 代号：sms 短信、wechat 微信、email 邮件 */
            way: components["schemas"]["Way"];
            /** @description 给人看的说法，例如 短信 */
            label: string;
            /** @description 送到哪里，遮盖过的手机号或者邮箱；微信的、还没有填的为空 */
            to: string;
            /** @description 现在选着这一种 */
            is_chosen: boolean;
        };
        /**
         * @example {
         *       "ways": [
         *         {
         *           "way": "sms",
         *           "label": "短信",
         *           "to": "138****6171",
         *           "is_chosen": true
         *         },
         *         {
         *           "way": "email",
         *           "label": "邮件",
         *           "to": "l***@example.com",
         *           "is_chosen": true
         *         }
         *       ]
         *     }
         */
        Reminders: {
            /** @description 可以选的；本中心一种也没有设的为空 */
            ways: components["schemas"]["ReminderWay"][];
        };
        Renewal: {
            /** @description 要延续的证照的名称 */
            licence: string;
            /** @description 它的有效期到哪一天；还不知道时为空 */
            until: string | null;
            /**
             * @description 有效期是从交来的证照上读出来的，不是申请人说的
             * @default false
             */
            read: boolean;
            /** @description 最晚哪一天申请才算按时；还不知道有效期，或者放假安排还没有公布时为空 */
            apply_by: string | null;
            /** @description 今天申请：in_time 按时、late 晚了、expired 已经过期、unknown 还不知道有效期 */
            state: components["schemas"]["RenewalState"];
            /** @description 给申请人的话，写明依据 */
            say: string;
        };
        /** @enum {string} */
        RenewalState: "unknown" | "in_time" | "late" | "expired";
        /**
         * @example {
         *       "sender": "oGZ5s6kQ8vTn2Wm",
         *       "message": "我租了个门面想开个小饭馆，要办啥"
         *     }
         */
        RestMessage: {
            /** @description 对话的名字，由调用的程序起；同一个名字接着上次的说 */
            sender: string;
            /** @description 办事人说的话，原样给；超过1,000字的只看前面 */
            message: string;
        };
        /**
         * @example {
         *       "recipient_id": "oGZ5s6kQ8vTn2Wm",
         *       "text": "您要办哪一种？\n1 开餐饮店一件事（河东县市场监督管理局）\n2 食品经营许可（新办）（河东县市场监督管理局）\n3 都不是",
         *       "buttons": [
         *         {
         *           "title": "开餐饮店一件事",
         *           "payload": "开餐饮店一件事"
         *         },
         *         {
         *           "title": "食品经营许可（新办）",
         *           "payload": "食品经营许可（新办）"
         *         }
         *       ],
         *       "custom": {
         *         "kind": "items",
         *         "items": [
         *           {
         *             "id": "food_operation.new",
         *             "name": "食品经营许可（新办）",
         *             "kind": "item",
         *             "department": "河东县市场监督管理局",
         *             "operation": "新办",
         *             "scenario": "开餐馆",
         *             "audience": [
         *               "自然人"
         *             ],
         *             "themes": [],
         *             "origin": "shipped"
         *           }
         *         ]
         *       }
         *     }
         */
        RestReply: {
            /**
             * @description 完整的文字，没有卡片和按钮也看得懂
             * @default
             */
            text?: string;
            /**
             * @description 按钮；没有时不给
             * @default []
             */
            buttons?: components["schemas"]["Button"][];
            /** @description 卡片的内容，kind 是哪一种卡片；没有时不给 */
            custom?: (components["schemas"]["ItemsCard"] | components["schemas"]["QuestionCard"] | components["schemas"]["NoticeCard"] | components["schemas"]["FormCard"] | components["schemas"]["CheckCard"] | components["schemas"]["ReceiptCard"] | components["schemas"]["KnownCaseCard"] | components["schemas"]["SubmittedCard"] | components["schemas"]["ProgressCard"] | components["schemas"]["SlotsCard"] | components["schemas"]["AppointmentCard"] | components["schemas"]["AnswerCard"] | components["schemas"]["HandoverCard"] | components["schemas"]["TalkCard"] | components["schemas"]["ErrorCard"]) | null;
            /** @description 对话的名字，和 sender 一样 */
            recipient_id: string;
        };
        /**
         * @example {
         *       "sender": "oGZ5s6kQ8vTn2Wm",
         *       "after": 41
         *     }
         */
        RestTalkQuery: {
            /** @description 对话的名字，和说话时的一样 */
            sender: string;
            /**
             * @description 上一次看到的最后一句的 id；从头取写 0
             * @default 0
             */
            after?: number;
        };
        Result: {
            /** @description 结果名称，例如 食品经营许可证 */
            name: string;
            /**
             * @description 有效期
             * @default
             */
            valid: string;
            /**
             * @description 送达方式，例如 窗口领取、邮寄
             * @default [
             *       "窗口领取"
             *     ]
             */
            delivery: string[];
        };
        ResultFile: {
            /** @description 多少字节 */
            size: number;
            /** @description 几页 */
            pages: number;
        };
        ResultView: {
            /** @description 准予 或者 不予 */
            headline: string;
            /** @description grant 准予、deny 不予 */
            outcome: string;
            /**
             * Format: date
             * @description 哪一天决定的
             */
            decided_on: string;
            /**
             * @description 到期没有决定，依法视为准予
             * @default false
             */
            deemed: boolean;
            /**
             * @description 决定书的文号
             * @default
             */
            document: string;
            /**
             * @description 理由；准予的可以没有
             * @default
             */
            reason: string;
            /**
             * @description 证照或者决定书的名称；还没有做好时为空
             * @default
             */
            name: string;
            /**
             * @description 证照或者决定书的编号
             * @default
             */
            number: string;
            /** @description 有效期从哪一天起；没有写明的为空 */
            valid_from: string | null;
            /** @description 有效期到哪一天；长期有效的为空 */
            valid_until: string | null;
            /**
             * @description 有效期，一句话；没有写明的为空
             * @default
             */
            validity: string;
            /** @description 哪一天做好的；还没有做好时为空 */
            issued_on: string | null;
            /**
             * @description 怎么送达的，例如 邮寄；还没有送达时为空
             * @default
             */
            delivered: string;
            /** @description 哪一天送达的；还没有送达时为空 */
            delivered_on: string | null;
            /**
             * @description 邮件号；不是邮寄的为空
             * @default
             */
            tracking: string;
            /**
             * @description 申请人选的取件地点；没有选的为空
             * @default
             */
            place: string;
            /** @description 决定在哪一天撤销；没有撤销的为空 */
            revoked_on: string | null;
            /** @description 可以下载的证照文件；没有附上时为空 */
            file: components["schemas"]["ResultFile"] | null;
        };
        ResultWay: {
            /** @description counter 到窗口领取、post 邮寄、place 就近取件 */
            way: components["schemas"]["DeliveryWay"];
            /** @description 叫什么 */
            label: string;
            /** @description 要带什么、要不要钱 */
            note: string;
            /**
             * @description 要填联系地址
             * @default false
             */
            needs_address: boolean;
            /**
             * @description 可以选的地点；不用选的为空
             * @default []
             */
            places: string[];
        };
        /**
         * @example {
         *       "way": "post"
         *     }
         */
        ResultWish: {
            /** @description counter 到窗口领取、post 邮寄、place 就近取件 */
            way: components["schemas"]["DeliveryWay"];
            /**
             * @description 就近取件的地点，从可以选的里面选
             * @default
             */
            place?: string;
        };
        /**
         * @example {
         *       "code": "9PKN-8YTC",
         *       "expires_at": "2026-11-24T09:30:00+08:00"
         *     }
         */
        ResumeCode: {
            /** @description 续办码，用一次就作废，例如 K7PM-2XQ9 */
            code: string;
            /**
             * Format: date-time
             * @description 有效到什么时候
             */
            expires_at: string;
        };
        /**
         * @example {
         *       "code": "9PKN-8YTC",
         *       "channel": "web",
         *       "conversation": "web：o9Tr5fGmBq2LxW7e"
         *     }
         */
        ResumeRequest: {
            /** @description 续办码，例如 K7PM-2XQ9 */
            code: string;
            /** @description 接着办的渠道的名称 */
            channel: string;
            /** @description 接着办的对话的名字 */
            conversation: string;
        };
        /**
         * @example {
         *       "id": "8f14e45fceea",
         *       "at": 1795397400,
         *       "said": "继续 9PKN-8YTC",
         *       "messages": [
         *         {
         *           "text": "您要办哪一种？\n1 开餐饮店一件事（河东县市场监督管理局）\n2 食品经营许可（新办）（河东县市场监督管理局）\n3 都不是",
         *           "buttons": [
         *             {
         *               "title": "开餐饮店一件事",
         *               "payload": "开餐饮店一件事"
         *             },
         *             {
         *               "title": "食品经营许可（新办）",
         *               "payload": "食品经营许可（新办）"
         *             }
         *           ],
         *           "custom": {
         *             "kind": "items",
         *             "items": [
         *               {
         *                 "id": "food_operation.new",
         *                 "name": "食品经营许可（新办）",
         *                 "kind": "item",
         *                 "department": "河东县市场监督管理局",
         *                 "operation": "新办",
         *                 "scenario": "开餐馆",
         *                 "audience": [
         *                   "自然人"
         *                 ],
         *                 "themes": [],
         *                 "origin": "shipped"
         *               }
         *             ]
         *           },
         *           "reply": {
         *             "blocks": [
         *               {
         *                 "kind": "said",
         *                 "text": "您要办哪一种？",
         *                 "shown_by": "text",
         *                 "asks": true
         *               },
         *               {
         *                 "kind": "listed",
         *                 "layout": "rows",
         *                 "runs_on": false
         *               }
         *             ],
         *             "options": [
         *               {
         *                 "number": 2,
         *                 "label": "食品经营许可（新办）",
         *                 "note": "河东县市场监督管理局",
         *                 "payload": "食品经营许可（新办）",
         *                 "is_button": true,
         *                 "opens": ""
         *               }
         *             ]
         *           }
         *         }
         *       ],
         *       "carried_over": true
         *     }
         */
        Resumed: {
            /** @description 网页给这句话起的编号，重发时不变 */
            id: string;
            /** @description 时间，从1970年起的秒数 */
            at: number;
            /** @description 办事人说的话，其中的个人信息已经换成记号 */
            said: string;
            /** @description 机器人的答复 */
            messages: components["schemas"]["ShownMessage"][];
            /** @description 在那台设备上说过的话也带过来了 */
            carried_over: boolean;
        };
        ReusableFile: {
            /** @description 文件编号 */
            id: string;
            /** @description 在申请人设备上的文件名 */
            name: string;
            /** @description 媒体类型 */
            media_type: string;
            /** @description 取小图的地址 */
            thumbnail: string;
            /** @description 原来传给哪份材料，材料编号 */
            material: string;
            /** @description 那份材料的名称 */
            material_name: string;
            /** @description 原来办的事项名称 */
            item: string;
            /**
             * Format: date-time
             * @description 什么时候传的
             */
            uploaded_at: string;
            /** @description 同名材料的编号，适合直接沿用 */
            fits: string[];
        };
        /**
         * @example {
         *       "file": "t-mcLo3Iy9fBOiq8sU80x8HAScQKpXVF"
         *     }
         */
        Reuse: {
            /** @description 要沿用的文件编号，从 reusable 里选 */
            file: string;
        };
        Route: {
            /** @description 窗口的编号 */
            window: string;
            /** @description 窗口上的号码 */
            number: string;
            /** @description 窗口名称 */
            name: string;
            /** @description 所在场所，例如 政务服务中心 */
            site: string;
            /** @description 楼层 */
            floor: string;
            /** @description 地址 */
            address: string;
            /** @description 电话 */
            phone: string;
            /** @description 开放时间，一行文字 */
            hours: string;
            /** @description 可以预约 */
            takes_appointments: boolean;
            /** @description 承办部门的编号 */
            department: string;
            /** @description 选这个窗口的规则的代号 */
            rule: string;
            /** @description 为什么是这个窗口 */
            why: string;
            /**
             * @description 地点、电话和时间是随附的示例
             * @default false
             */
            example: boolean;
            /**
             * @description 事项已下放、还不知道申请人住哪里时：住在这些乡镇、街道的可以就近办；别的为空
             * @default []
             */
            nearer: string[];
        };
        /**
         * @example {
         *       "status": "ok"
         *     }
         */
        Running: {
            /** @description ok，渠道在运行 */
            status: string;
        };
        Said: {
            /**
             * @description 这一段是要说的话 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "said";
            /** @description 要说的话，可以有几行 */
            text: string;
            /**
             * @description 有卡片、有选项的界面上，这些话由谁显示：text 照样显示，card 已在卡片上，options 是选项的标题
             * @default text
             * @enum {string}
             */
            shown_by: "text" | "card" | "options";
            /**
             * @description 是不是等着办事人回答的那个问题
             * @default false
             */
            asks: boolean;
        };
        /**
         * @example {
         *       "text": "我想开个小饭馆",
         *       "limit": 4
         *     }
         */
        SearchRequest: {
            /** @description 要办什么，原话，个人信息已经换成记号 */
            text: string;
            /**
             * @description 最多返回几个候选
             * @default 8
             */
            limit?: number;
        };
        /**
         * @example {
         *       "decision": "close",
         *       "candidates": [
         *         {
         *           "id": "food_operation.new",
         *           "name": "食品经营许可（新办）",
         *           "kind": "item",
         *           "department": "河东县市场监督管理局",
         *           "operation": "新办",
         *           "scenario": "开餐馆",
         *           "audience": [
         *             "自然人"
         *           ],
         *           "themes": [],
         *           "origin": "shipped",
         *           "score": 0.8274
         *         }
         *       ],
         *       "distinguishing": "object",
         *       "operations": [
         *         "新办"
         *       ],
         *       "place": null,
         *       "cut": false
         *     }
         */
        SearchResult: {
            /**
             * @description sure 确定、close 要再问一句、far 没找到、out_of_scope 不是本中心的事
             * @enum {string}
             */
            decision: "sure" | "close" | "far" | "out_of_scope";
            /** @description 候选事项，把握大的在前 */
            candidates: components["schemas"]["CandidateView"][];
            /** @description 几个候选差在哪里：operation 操作、applicant 申请人、aspect 方面、object 对象；不用区分时为空 */
            distinguishing: string | null;
            /** @description 话里说到的操作，例如 补办 */
            operations: string[];
            /** @description 话里说到的乡镇、街道的编号；没有说到时为空 */
            place: string | null;
            /**
             * @description 话太长，只看了前面一段
             * @default false
             */
            cut: boolean;
        };
        /**
         * @example {
         *       "text": "工地欠我工资"
         *     }
         */
        Seeking: {
            /** @description 办事人说的一句话，个人信息已经换成记号 */
            text: string;
        };
        SentenceView: {
            /** @description 事项库里的原话 */
            text: string;
            /** @description 在哪里写的：condition 条件、material 材料、option 情形怎么选、result 结果、fact 说明、step 流程、fee 收费 */
            place: string;
            /** @description 说的是哪份材料、哪个结果、哪个情形问题；没有的为空 */
            about: string;
            /** @description 问行不行的，这句话里写着行 */
            says_yes: boolean;
            /**
             * @description 问行不行的，说的正是条件里写着不能有的
             * @default false
             */
            says_no: boolean;
        };
        /** @enum {string} */
        Severity: "mend" | "warn";
        /**
         * @example {
         *       "id": "8f14e45fceea",
         *       "at": 1795397400,
         *       "said": "我租了个门面想开个小饭馆，要办啥",
         *       "messages": [
         *         {
         *           "text": "您要办哪一种？\n1 开餐饮店一件事（河东县市场监督管理局）\n2 食品经营许可（新办）（河东县市场监督管理局）\n3 都不是",
         *           "buttons": [
         *             {
         *               "title": "开餐饮店一件事",
         *               "payload": "开餐饮店一件事"
         *             },
         *             {
         *               "title": "食品经营许可（新办）",
         *               "payload": "食品经营许可（新办）"
         *             }
         *           ],
         *           "custom": {
         *             "kind": "items",
         *             "items": [
         *               {
         *                 "id": "food_operation.new",
         *                 "name": "食品经营许可（新办）",
         *                 "kind": "item",
         *                 "department": "河东县市场监督管理局",
         *                 "operation": "新办",
         *                 "scenario": "开餐馆",
         *                 "audience": [
         *                   "自然人"
         *                 ],
         *                 "themes": [],
         *                 "origin": "shipped"
         *               }
         *             ]
         *           },
         *           "reply": {
         *             "blocks": [
         *               {
         *                 "kind": "said",
         *                 "text": "您要办哪一种？",
         *                 "shown_by": "text",
         *                 "asks": true
         *               },
         *               {
         *                 "kind": "listed",
         *                 "layout": "rows",
         *                 "runs_on": false
         *               }
         *             ],
         *             "options": [
         *               {
         *                 "number": 2,
         *                 "label": "食品经营许可（新办）",
         *                 "note": "河东县市场监督管理局",
         *                 "payload": "食品经营许可（新办）",
         *                 "is_button": true,
         *                 "opens": ""
         *               }
         *             ]
         *           }
         *         }
         *       ]
         *     }
         */
        ShownExchange: {
            /** @description 网页给这句话起的编号，重发时不变 */
            id: string;
            /** @description 时间，从1970年起的秒数 */
            at: number;
            /** @description 办事人说的话，其中的个人信息已经换成记号 */
            said: string;
            /** @description 机器人的答复 */
            messages: components["schemas"]["ShownMessage"][];
        };
        /**
         * @example {
         *       "exchanges": [
         *         {
         *           "id": "8f14e45fceea",
         *           "at": 1795397400,
         *           "said": "我租了个门面想开个小饭馆，要办啥",
         *           "messages": [
         *             {
         *               "text": "您要办哪一种？\n1 开餐饮店一件事（河东县市场监督管理局）\n2 食品经营许可（新办）（河东县市场监督管理局）\n3 都不是",
         *               "buttons": [
         *                 {
         *                   "title": "开餐饮店一件事",
         *                   "payload": "开餐饮店一件事"
         *                 },
         *                 {
         *                   "title": "食品经营许可（新办）",
         *                   "payload": "食品经营许可（新办）"
         *                 }
         *               ],
         *               "custom": {
         *                 "kind": "items",
         *                 "items": [
         *                   {
         *                     "id": "food_operation.new",
         *                     "name": "食品经营许可（新办）",
         *                     "kind": "item",
         *                     "department": "河东县市场监督管理局",
         *                     "operation": "新办",
         *                     "scenario": "开餐馆",
         *                     "audience": [
         *                       "自然人"
         *                     ],
         *                     "themes": [],
         *                     "origin": "shipped"
         *                   }
         *                 ]
         *               },
         *               "reply": {
         *                 "blocks": [
         *                   {
         *                     "kind": "said",
         *                     "text": "您要办哪一种？",
         *                     "shown_by": "text",
         *                     "asks": true
         *                   },
         *                   {
         *                     "kind": "listed",
         *                     "layout": "rows",
         *                     "runs_on": false
         *                   }
         *                 ],
         *                 "options": [
         *                   {
         *                     "number": 2,
         *                     "label": "食品经营许可（新办）",
         *                     "note": "河东县市场监督管理局",
         *                     "payload": "食品经营许可（新办）",
         *                     "is_button": true,
         *                     "opens": ""
         *                   }
         *                 ]
         *               }
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        ShownHistory: {
            /** @description 说过的话和答复，先说的在前，最多200句 */
            exchanges: components["schemas"]["ShownExchange"][];
        };
        ShownMessage: {
            /**
             * @description 完整的文字，没有卡片和按钮也看得懂
             * @default
             */
            text?: string;
            /**
             * @description 按钮；没有时不给
             * @default []
             */
            buttons?: components["schemas"]["Button"][];
            /** @description 卡片的内容，kind 是哪一种卡片；没有时不给 */
            custom?: (components["schemas"]["ItemsCard"] | components["schemas"]["QuestionCard"] | components["schemas"]["NoticeCard"] | components["schemas"]["FormCard"] | components["schemas"]["CheckCard"] | components["schemas"]["ReceiptCard"] | components["schemas"]["KnownCaseCard"] | components["schemas"]["SubmittedCard"] | components["schemas"]["ProgressCard"] | components["schemas"]["SlotsCard"] | components["schemas"]["AppointmentCard"] | components["schemas"]["AnswerCard"] | components["schemas"]["HandoverCard"] | components["schemas"]["TalkCard"] | components["schemas"]["ErrorCard"]) | null;
            /** @description 文字、选项分开的样子，有卡片的界面按它显示；旧版本留下的消息里没有 */
            reply?: components["schemas"]["ShownReply"] | null;
        };
        ShownReply: {
            /**
             * @description 依次要说的
             * @default []
             */
            blocks: (components["schemas"]["Said"] | components["schemas"]["Listed"])[];
            /**
             * @description 可以选的
             * @default []
             */
            options: components["schemas"]["Option"][];
        };
        /**
         * @example {
         *       "oidc": true
         *     }
         */
        SignInWays: {
            /** @description 可以用单位统一身份认证的账号登录 */
            oidc: boolean;
        };
        /**
         * @example {
         *       "intake": "fdqvXjko_1uoGcbjBtH9GL9IqAf7qme-",
         *       "open": true,
         *       "limits": {
         *         "max_bytes": 10485760,
         *         "max_files": 20,
         *         "max_pdf_pages": 30,
         *         "types": [
         *           "image/jpeg"
         *         ],
         *         "accept": "image/jpeg,image/png,image/webp,image/heic,application/pdf,.heic,.heif,.pdf",
         *         "kept_hours": 24,
         *         "say": "可以传JPG、PNG、WebP、HEIC、PDF，每个文件不超过10 MB，每份材料最多20个文件。没有提交的文件，24小时没有再办就自动删除。"
         *       },
         *       "slots": [
         *         {
         *           "id": "id_card",
         *           "name": "居民身份证",
         *           "need": "必要",
         *           "certain": true,
         *           "form": "原件核对",
         *           "copies": 1,
         *           "source": "政府部门核发",
         *           "standard": "在有效期内，姓名、号码清晰可辨",
         *           "filling": "",
         *           "reason": "",
         *           "declared": "ready",
         *           "state": "mend",
         *           "files": [
         *             {
         *               "id": "S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5",
         *               "name": "照片.jpg",
         *               "media_type": "image/jpeg",
         *               "size": 2175,
         *               "pages": 1,
         *               "width": 640,
         *               "height": 480,
         *               "uploaded_at": "2026-11-23T09:30:00+08:00",
         *               "kept_until": "2026-11-24T09:30:00+08:00",
         *               "content": "/api/v1/intakes/fdqvXjko_1uoGcbjBtH9GL9IqAf7qme-/materials/id_card/files/S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5",
         *               "thumbnail": "/api/v1/intakes/fdqvXjko_1uoGcbjBtH9GL9IqAf7qme-/materials/id_card/files/S9EoSUl6jbfnwGpkiAYiFjk5xsfC6KY5/thumbnail",
         *               "reused_from": "",
         *               "replaces": "",
         *               "removable": true,
         *               "recognised": true,
         *               "belongs": "",
         *               "check": {
         *                 "state": "done",
         *                 "position": null,
         *                 "kind": {
         *                   "id": "business_licence",
         *                   "name": "营业执照"
         *                 },
         *                 "findings": [
         *                   {
         *                     "code": "other_paper",
         *                     "severity": "mend",
         *                     "say": "这看起来是营业执照，这里要的是「居民身份证」。请换成「居民身份证」，或把它传到对应的材料里。",
         *                     "place": null
         *                   }
         *                 ]
         *               }
         *             }
         *           ],
         *           "findings": [],
         *           "room": 19,
         *           "open": true,
         *           "kinds": [
         *             "application"
         *           ]
         *         }
         *       ],
         *       "reusable": [],
         *       "waiting": 0,
         *       "poll_after_ms": null
         *     }
         */
        SlotList: {
            /** @description 草稿编号 */
            intake: string;
            /** @description 有没有哪一格现在能传 */
            open: boolean;
            /** @description 上传的限制 */
            limits: components["schemas"]["Limits"];
            /** @description 清单上每份材料一格 */
            slots: components["schemas"]["MaterialSlot"][];
            /** @description 同一个对话里传过、可以沿用的文件 */
            reusable: components["schemas"]["ReusableFile"][];
            /** @description 还有几个文件没有看完 */
            waiting: number;
            /** @description 隔多少毫秒再来看；都看完了就为空 */
            poll_after_ms: number | null;
        };
        SlotView: {
            /** @description 从几点，例如 09:00 */
            start: string;
            /** @description 到几点，例如 09:15 */
            end: string;
            /** @description 还能约几个；约满是0 */
            free: number;
        };
        SlotsCard: {
            /** @description 哪个窗口 */
            window: components["schemas"]["PlaceOfWindow"];
            /** @description 一个时段几分钟 */
            slot_minutes: number;
            /**
             * Format: date
             * @description 从哪一天起能约
             */
            first: string;
            /**
             * Format: date
             * @description 现在最晚能约到哪一天
             */
            last: string;
            /** @description 为什么只能约到那一天；没有特别原因时为空文字 */
            note: string;
            /** @description 开门的日子；不开门的不列 */
            days: components["schemas"]["DayView"][];
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "slots";
        };
        /**
         * @example {
         *       "window": {
         *         "id": "market",
         *         "number": "12号",
         *         "name": "市场监管窗口",
         *         "site": "河东县政务服务中心",
         *         "floor": "2楼",
         *         "address": "河东县城关街道政务路1号",
         *         "phone": "0000-8600-1001"
         *       },
         *       "slot_minutes": 30,
         *       "first": "2026-11-23",
         *       "last": "2026-12-03",
         *       "note": "",
         *       "days": [
         *         {
         *           "day": "2026-11-23",
         *           "label": "2026年11月23日（星期一）",
         *           "slots": [
         *             {
         *               "start": "10:00",
         *               "end": "10:30",
         *               "free": 3
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        SlotsView: {
            /** @description 哪个窗口 */
            window: components["schemas"]["PlaceOfWindow"];
            /** @description 一个时段几分钟 */
            slot_minutes: number;
            /**
             * Format: date
             * @description 从哪一天起能约
             */
            first: string;
            /**
             * Format: date
             * @description 现在最晚能约到哪一天
             */
            last: string;
            /** @description 为什么只能约到那一天；没有特别原因时为空文字 */
            note: string;
            /** @description 开门的日子；不开门的不列 */
            days: components["schemas"]["DayView"][];
        };
        /**
         * @description 来源渠道.
         * @enum {string}
         */
        Source: "申请人自备" | "政府部门核发" | "其他";
        StatedFact: {
            /** @description 情形问题的编号 */
            question: string;
            /** @description 选项 */
            value: string;
            /** @description 选项的说法 */
            label: string;
            /** @description 话里明说的；否则只是听起来像 */
            certain: boolean;
            /** @description 凭哪几个字 */
            because: string;
        };
        Step: {
            /** @description 环节名称，例如 受理 */
            name: string;
            /** @description 办理的人 */
            who: string;
            /** @description 几个工作日；没有写时为空 */
            days: number | null;
            /**
             * @description 做什么
             * @default
             */
            what: string;
        };
        /**
         * @example {
         *       "accepted": {
         *         "declaration": "2026-11-30",
         *         "privacy": "2026-11-30"
         *       }
         *     }
         */
        Submission: {
            /** @description 同意的承诺和个人信息告知的版本；窗口收纸质承诺的不用给 */
            accepted?: components["schemas"]["Accepted"] | null;
        };
        SubmittedCard: {
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "submitted";
            /** @description 已经有的办件编号 */
            number: string;
        };
        TalkAnswer: {
            /** @description 人工对话的编号；没有时为空 */
            talk: string;
            /**
             * @description none 没有人工对话、closed 现在不上班、waiting 在等工作人员接、held 工作人员正在说、missed 没有人有空接、back 已经交回办事助手、idle 好久没说话已经结束、left 办事人不等了
             * @enum {string}
             */
            state: "none" | "closed" | "waiting" | "held" | "missed" | "back" | "idle" | "left";
            /**
             * @description 这是转给工作人员的第一句：告诉办事人一次就够
             * @default false
             */
            first: boolean;
            /**
             * @description 还没有随答复告诉过的话，先说的在前
             * @default []
             */
            lines: components["schemas"]["HeardLine"][];
        };
        TalkAsked: {
            /** @description 人工对话的编号；没有时为空 */
            talk: string;
            /**
             * @description none 没有人工对话、closed 现在不上班、waiting 在等工作人员接、held 工作人员正在说、missed 没有人有空接、back 已经交回办事助手、idle 好久没说话已经结束、left 办事人不等了
             * @enum {string}
             */
            state: "none" | "closed" | "waiting" | "held" | "missed" | "back" | "idle" | "left";
            /**
             * @description 这是转给工作人员的第一句：告诉办事人一次就够
             * @default false
             */
            first: boolean;
            /**
             * @description 还没有随答复告诉过的话，先说的在前
             * @default []
             */
            lines: components["schemas"]["HeardLine"][];
            /** @description 前面还有几个人在等 */
            ahead: number;
            /** @description 最多等几分钟，过了就告诉办事人没有接上 */
            wait_min: number;
            /** @description 已经留过的电话，遮盖后的；没有留过为空 */
            phone_masked: string;
            /** @description 已经约了回电的编号；没有为空 */
            callback: string;
            /** @description 不上班时：最早什么时候有人；近期不上班或者日历没有录入的为空 */
            next_opening: string | null;
        };
        TalkCard: {
            /**
             * @description 卡片的种类 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "talk";
            /** @description 人工对话的编号 */
            talk: string;
            /**
             * @description held 工作人员在说、left 办事人不要人工了
             * @enum {string}
             */
            state: "held" | "left";
            /** @description 随这次答复第一次告诉办事人的话，文字里也有；自己取的渠道（网页）为空 */
            lines: components["schemas"]["HeardLine"][];
        };
        /**
         * @example {
         *       "state": "held",
         *       "lines": [
         *         {
         *           "id": 42,
         *           "speaker": "officer",
         *           "text": "可以请房东在租赁合同上写明房屋的用途，再带合同原件来窗口看一下。",
         *           "at": "2026-11-23T09:35:00+08:00"
         *         }
         *       ],
         *       "next": 42
         *     }
         */
        TalkHeard: {
            /**
             * @description none 没有人工对话、waiting 在等工作人员、held 工作人员在说、missed 没有接上、back 交回了办事助手、idle 好久没说话已经结束、left 办事人不等了；waiting 和 held 时隔几秒来取一次
             * @enum {string}
             */
            state: "none" | "closed" | "waiting" | "held" | "missed" | "back" | "idle" | "left";
            /** @description after 以后的话，先说的在前，一次最多200句 */
            lines: components["schemas"]["HeardLine"][];
            /** @description 下一次从这里接着取；断线重连也用它，不会少也不会重复 */
            next: number;
        };
        /**
         * @example {
         *       "channel": "web",
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue",
         *       "talk": "Q8vTn2WmZs6kxY41",
         *       "lines": [
         *         {
         *           "speaker": "assistant",
         *           "text": "费用：不收费"
         *         }
         *       ]
         *     }
         */
        TalkLines: {
            /** @description 渠道的名称，例如 web、wechat、rest */
            channel: string;
            /** @description 渠道给这个对话起的名字；库里只存它的摘要 */
            conversation: string;
            /** @description 人工对话的编号 */
            talk: string;
            /** @description 说过的话，先说的在前 */
            lines: components["schemas"]["LineSaid"][];
            /**
             * @description 换掉接通以前的话：渠道有完整的记录时用
             * @default false
             */
            replacing?: boolean;
        };
        TalkNews: {
            /** @description 最近一次人工对话的编号；没有时为空 */
            talk: string;
            /**
             * @description none 没有人工对话、closed 现在不上班、waiting 在等工作人员接、held 工作人员正在说、missed 没有人有空接、back 已经交回办事助手、idle 好久没说话已经结束、left 办事人不等了
             * @enum {string}
             */
            state: "none" | "closed" | "waiting" | "held" | "missed" | "back" | "idle" | "left";
            /** @description after 以后的话，先说的在前，一次最多200句 */
            lines: components["schemas"]["HeardLine"][];
            /** @description 下一次从这里接着取 */
            next: number;
            /**
             * Format: date-time
             * @description 办件系统现在的时间；渠道的钟不一样的，按它换算 at
             */
            now: string;
        };
        /**
         * @example {
         *       "channel": "web",
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue",
         *       "after": 41
         *     }
         */
        TalkNewsQuery: {
            /** @description 渠道的名称，例如 web、wechat、rest */
            channel: string;
            /** @description 渠道给这个对话起的名字；库里只存它的摘要 */
            conversation: string;
            /**
             * @description 上一次看到的最后一句的 id
             * @default 0
             */
            after?: number;
        };
        /**
         * @example {
         *       "channel": "web",
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue",
         *       "lines": [
         *         {
         *           "speaker": "applicant",
         *           "text": "我租了个门面想开个小饭馆，要办啥",
         *           "at": "2026-11-23T09:28:00+08:00"
         *         },
         *         {
         *           "speaker": "assistant",
         *           "text": "您要办哪一种？",
         *           "at": "2026-11-23T09:28:01+08:00"
         *         }
         *       ]
         *     }
         */
        TalkRequest: {
            /** @description 渠道的名称，例如 web、wechat、rest */
            channel: string;
            /** @description 渠道给这个对话起的名字；库里只存它的摘要 */
            conversation: string;
            /**
             * @description 到现在说过的话，先说的在前，给工作人员看
             * @default []
             */
            lines?: components["schemas"]["LineSaid"][];
        };
        /**
         * @example {
         *       "channel": "web",
         *       "conversation": "n3p0XqY7mVd2LkR8sTz4WbCf6HjGa1Ue",
         *       "talk": "Q8vTn2WmZs6kxY41",
         *       "text": "房东不给房产证复印件怎么办"
         *     }
         */
        TalkSaid: {
            /** @description 渠道的名称，例如 web、wechat、rest */
            channel: string;
            /** @description 渠道给这个对话起的名字；库里只存它的摘要 */
            conversation: string;
            /** @description 人工对话的编号 */
            talk: string;
            /** @description 办事人说的话，个人信息已经换成记号 */
            text: string;
        };
        TalksForgotten: {
            /** @description 删了几次人工对话；约好的回电不受影响 */
            forgotten: number;
        };
        TermsText: {
            /** @description 版本，是改定的日期 */
            version: string;
            /** @description 标题 */
            title: string;
            /** @description 一段一段的文字 */
            text: string[];
        };
        TermsView: {
            /** @description 承诺：材料和信息真实 */
            declaration: components["schemas"]["TermsText"];
            /** @description 个人信息处理告知 */
            privacy: components["schemas"]["TermsText"];
        };
        /**
         * @example {
         *       "ticket": "5kq0XvT2mWc7RzLpB9yEaHsN"
         *     }
         */
        Ticket: {
            /** @description 微信答复里的链接带的一次性编号，在网址的 # 后面 */
            ticket: string;
        };
        Understanding: {
            /**
             * @description 用什么话写的：普通话、粤语、拼音、英语
             * @default 普通话
             */
            language: string;
            /**
             * @description 换成普通话的这句话；本来就是的不变
             * @default
             */
            chinese: string;
            /**
             * @description 写英语的人：最像的事项的英文名称；没有的为空
             * @default
             */
            english: string;
            /** @description 像是要办的事项 */
            search: components["schemas"]["SearchResult"];
            /** @description 像是在说的别处办的事；都不像时为空 */
            matter: components["schemas"]["MatterView"] | null;
            /** @description 刚才说过的别处办的事，接着问的可能是它；没有说过的为空 */
            told: components["schemas"]["MatterView"] | null;
            /** @description 一长段话像几件事、里面有别处办的：请他选；说得清楚或者都不像时为空 */
            among: components["schemas"]["AmongView"] | null;
            /** @description 问答库里的回答；没有把握时为空 */
            answer: components["schemas"]["LibraryAnswer"] | null;
            /** @description 整句话说的就是这个部门；不是时为空 */
            department: components["schemas"]["DepartmentView"] | null;
            /** @description 问的是这个部门的电话或者地方；不是时为空 */
            department_asked: components["schemas"]["DepartmentView"] | null;
            /**
             * @description 问的是这个窗口在哪、电话或者开放时间，窗口名称；不是时为空
             * @default
             */
            window_asked: string;
            /**
             * @description 话里说到的乡镇、街道的名称；没有说到时为空
             * @default
             */
            place: string;
            /** @description 话里说到的手上这件事的情形 */
            facts: components["schemas"]["StatedFact"][];
            /** @description 像是在答正在等的问题的哪个选项；都不像时为空 */
            option: components["schemas"]["OptionHeard"] | null;
            /** @description 几个相近的事项里这句话留下的；没有说到差别时为空 */
            narrowed: components["schemas"]["Narrowed"] | null;
            /** @description 问的是某个事项自己的常见问题；不是时为空 */
            asked: components["schemas"]["AskedOfItem"] | null;
            /** @description 问的话里手上这件事没有的名称；问的就是手上这件事时为空 */
            beside: components["schemas"]["OtherSubjectView"] | null;
            /**
             * @description 问的是手上这件事的哪几份材料（是什么、去哪里开、怎么填），材料编号
             * @default []
             */
            papers_asked: string[];
            /**
             * @description 问的事，手上这件事的条件、材料要求或者情形说明里有一句说到
             * @default false
             */
            quoted: boolean;
            /**
             * @description 一句话说了几件事时，每一件；只说一件时为空
             * @default []
             */
            wishes: components["schemas"]["WishView"][];
            /** @description 几件事能一起办的一件事；没有时为空 */
            together: components["schemas"]["CandidateView"] | null;
            /** @description 像是有人在危险里，哪一种、多大把握；不像时为空 */
            danger: components["schemas"]["DangerView"] | null;
            /** @description 话只说了一半时反问什么；说清楚的为空 */
            vague: components["schemas"]["VagueView"] | null;
            /** @description 说手上这件事、让选的那几件不是他要办的；不是时为空 */
            denial: components["schemas"]["DenialView"] | null;
        };
        /**
         * @description 时限单位.
         * @enum {string}
         */
        Unit: "工作日" | "自然日" | "月" | "小时" | "分钟";
        /**
         * @example {
         *       "text": "我想给我家猫办个户口",
         *       "channel": "web",
         *       "decision": "far"
         *     }
         */
        Unmatched: {
            /** @description 那句话，个人信息已经换成记号 */
            text: string;
            /**
             * @description 哪一种：missed 没听懂、denied 否认、repeated 重问、doubtful 拿不准先问、handed_over 转人工
             * @default missed
             */
            moment?: components["schemas"]["Moment"];
            /**
             * @description 它前面说的几句，早的在前，个人信息已经换成记号
             * @default []
             */
            before?: string[];
            /** @description 渠道的名称，例如 web、wechat、rest */
            channel: string;
            /**
             * @description 匹配时的判断：sure 确定、close 接近、far 没找到、out_of_scope 不是本中心的事
             * @enum {string}
             */
            decision: "sure" | "close" | "far" | "out_of_scope";
        };
        VagueChoiceView: {
            /** @description 给人看的说法 */
            label: string;
            /** @description 选了就等于说这句话 */
            says: string;
        };
        VagueView: {
            /** @description 反问的话 */
            question: string;
            /** @description 可以选的 */
            choices: components["schemas"]["VagueChoiceView"][];
        };
        Visit: {
            /** @description 要带的，一份一行，写明原件还是复印件 */
            bring: string[];
            /** @description 谁要到场 */
            comes: string;
            /** @description 交多少钱；不收费的写不收费 */
            pay: string;
        };
        /** @enum {string} */
        Wanted: "done" | "applied";
        /** @enum {string} */
        Way: "sms" | "wechat" | "email";
        /**
         * @example {
         *       "label": "河东县河西镇人民路"
         *     }
         */
        Whereabouts: {
            /** @description 纬度，度，GCJ-02；不知道时不写 */
            latitude?: number | null;
            /** @description 经度，度，GCJ-02；不知道时不写 */
            longitude?: number | null;
            /**
             * @description 地址的文字，例如 河东县河西镇人民路；从里面认乡镇、街道
             * @default
             */
            label?: string;
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "phone_tail": "6171"
         *     }
         */
        Whose: {
            /** @description 草稿编号；和办件编号至少给一个 */
            intake?: string | null;
            /** @description 办件编号 */
            number?: string | null;
            /** @description 给办件编号时要的第二因子：手机号后四位 */
            phone_tail?: string | null;
        };
        /**
         * @example {
         *       "notices": [
         *         {
         *           "id": "K7M2PQ4R",
         *           "text": "线路检修，请下午来，或者改约别的时间。",
         *           "period": "2026年12月1日（星期二）9:00至12:00",
         *           "where": "河东县政务服务中心",
         *           "closed": true,
         *           "urgent": false,
         *           "windows": [
         *             "unified",
         *             "market"
         *           ],
         *           "everywhere": false
         *         }
         *       ],
         *       "windows": [
         *         {
         *           "id": "unified",
         *           "number": "1-6号",
         *           "name": "综合受理窗口",
         *           "says": [
         *             "综合窗口",
         *             "综合受理",
         *             "总台"
         *           ],
         *           "kind": "综合窗口",
         *           "site": "河东县政务服务中心",
         *           "floor": "1楼",
         *           "address": "河东县城关街道政务路1号",
         *           "phone": "0000-8600-1000",
         *           "hours": "星期一至星期五 9:00-12:00、13:00-17:00",
         *           "departments": [],
         *           "places": [],
         *           "takes_appointments": true,
         *           "open_dates": [],
         *           "how_to_get_there": "公交3路、8路到政务中心站",
         *           "example": true,
         *           "open_now": true,
         *           "next_opening": "2026-11-23T09:30:00+08:00",
         *           "days": [
         *             {
         *               "day": "2026-11-23",
         *               "hours": "9:00-12:00、13:00-17:00",
         *               "why": ""
         *             },
         *             {
         *               "day": "2026-11-24",
         *               "hours": "9:00-12:00、13:00-17:00",
         *               "why": ""
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        WindowList: {
            /** @description 现在要告诉办事人的，紧急的在前 */
            notices: components["schemas"]["CentreNotice"][];
            /** @description 全部窗口 */
            windows: components["schemas"]["WindowView"][];
        };
        WindowView: {
            /** @description 窗口的编号 */
            id: string;
            /** @description 窗口上的号码，例如 12号 */
            number: string;
            /** @description 窗口名称 */
            name: string;
            /** @description 大家的叫法，例如 车管所 */
            says: string[];
            /** @description 综合窗口、部门窗口、分中心、临时窗口、便民服务中心 */
            kind: string;
            /** @description 所在场所，例如 政务服务中心 */
            site: string;
            /** @description 楼层 */
            floor: string;
            /** @description 地址 */
            address: string;
            /** @description 电话 */
            phone: string;
            /** @description 开放时间，一行文字 */
            hours: string;
            /** @description 受理哪些部门的事项，部门编号 */
            departments: string[];
            /** @description 服务的乡镇、街道；中心的窗口为空 */
            places: string[];
            /** @description 可以预约 */
            takes_appointments: boolean;
            /** @description 临时窗口的开放日期 */
            open_dates: string[];
            /** @description 怎么去 */
            how_to_get_there: string;
            /** @description 地点、电话和时间是随附的示例 */
            example: boolean;
            /**
             * @description 此刻开着
             * @default false
             */
            open_now: boolean;
            /** @description 最早什么时候可以去，开着的就是此刻；近期不开放或者日历没有录入的为空 */
            next_opening: string | null;
            /** @description 今天起十四天每天的开放时间；日历没有录入的日子不列 */
            days: components["schemas"]["DayOpening"][];
        };
        WishView: {
            /** @description 说这一件的那几个字 */
            text: string;
            /** @description 像是哪个事项 */
            search: components["schemas"]["SearchResult"];
            /** @description 像是别处办的哪件事；不像时为空 */
            matter: components["schemas"]["MatterView"] | null;
        };
        WorkedOutView: {
            /** @description 到哪天为止的是什么：done 机关办好、applied 要申请的人申请 */
            wanted: components["schemas"]["Wanted"];
            /**
             * Format: date
             * @description 从哪天的第二天起算
             */
            start: string;
            /**
             * Format: date
             * @description 最后一天
             */
            end: string;
            /** @description 多久，例如 10个工作日、30日 */
            term: string;
            /** @description 起算的日子是话里说的；否则拿今天举例 */
            said: boolean;
            /** @description 最后一天已经过了 */
            passed: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
