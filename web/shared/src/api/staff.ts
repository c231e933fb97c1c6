/** Made by `npm run types` from the description of the service; changes belong there. */

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description 受理通知书. */
        Accept: {
            /**
             * @description 受理通知书的文号
             * @default
             */
            document?: string;
            /** @description 原证有效期到哪一天；延续证照的，照窗口核对的原证写，和申请人说的不一样时以它为准，不写就照申请人说的 */
            licence_until?: string | null;
        };
        /** @description 受理（accept） */
        AcceptLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "accept";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Accept"];
        };
        /**
         * @description 受理（accept）
         * @example {
         *       "version": 2,
         *       "data": {
         *         "document": "东市监受〔2026〕18号"
         *       }
         *     }
         */
        AcceptRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "document": ""
             *     }
             */
            data?: components["schemas"]["Accept"];
        };
        /**
         * @example {
         *       "accounts": [
         *         {
         *           "id": "HKV233",
         *           "name": "王芳",
         *           "department": {
         *             "id": "market",
         *             "name": "河东县市场监督管理局"
         *           },
         *           "windows": [
         *             {
         *               "id": "market",
         *               "name": "市场监管窗口"
         *             }
         *           ],
         *           "roles": [
         *             {
         *               "id": "window",
         *               "name": "受理窗口"
         *             }
         *           ],
         *           "active": true,
         *           "password": "one_time",
         *           "second_factor": false,
         *           "created_at": "2026-11-23T09:30:00+08:00",
         *           "tokens": [
         *             {
         *               "id": "KZUGBB6R",
         *               "name": "",
         *               "state": "revoked",
         *               "created_at": "2026-11-23T09:30:00+08:00",
         *               "expires_at": null,
         *               "used_at": null
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        AccountList: {
            /** @description 全部账号，停用的也在内 */
            accounts: components["schemas"]["AccountView"][];
        };
        /**
         * @example {
         *       "account": {
         *         "id": "HKV233",
         *         "name": "王芳",
         *         "department": {
         *           "id": "market",
         *           "name": "河东县市场监督管理局"
         *         },
         *         "windows": [
         *           {
         *             "id": "market",
         *             "name": "市场监管窗口"
         *           }
         *         ],
         *         "roles": [
         *           {
         *             "id": "window",
         *             "name": "受理窗口"
         *           }
         *         ],
         *         "active": true,
         *         "password": "one_time",
         *         "second_factor": false,
         *         "created_at": "2026-11-23T09:30:00+08:00",
         *         "tokens": []
         *       },
         *       "password": "K7PM-2XQ9-HW3D-4TNB"
         *     }
         */
        AccountMade: {
            /** @description 建好的账号 */
            account: components["schemas"]["AccountView"];
            /** @description 一次性密码，只给这一次；当面交给本人，第一次登录要改。对接系统没有，另发令牌 */
            password: string | null;
        };
        /**
         * @example {
         *       "id": "W8AM9X",
         *       "name": "王芳",
         *       "department": {
         *         "id": "market",
         *         "name": "河东县市场监督管理局"
         *       },
         *       "windows": [
         *         {
         *           "id": "market",
         *           "name": "市场监管窗口"
         *         }
         *       ],
         *       "roles": [
         *         {
         *           "id": "window",
         *           "name": "受理窗口"
         *         }
         *       ],
         *       "active": true,
         *       "password": "own",
         *       "second_factor": false,
         *       "created_at": "2026-11-23T09:30:00+08:00",
         *       "tokens": [
         *         {
         *           "id": "M743PRWH",
         *           "name": "叫号屏",
         *           "state": "good",
         *           "created_at": "2026-11-23T09:30:00+08:00",
         *           "expires_at": null,
         *           "used_at": "2026-11-23T09:30:00+08:00"
         *         }
         *       ]
         *     }
         */
        AccountView: {
            /** @description 账号 */
            id: string;
            /** @description 姓名或系统名称 */
            name: string;
            /** @description 所在部门 */
            department: components["schemas"]["Named"];
            /** @description 负责的窗口 */
            windows: components["schemas"]["Named"][];
            /** @description 身份 */
            roles: components["schemas"]["Named"][];
            /** @description 在用；停用的令牌都不能用，也不能登录 */
            active: boolean;
            /** @description none 没有密码，不能登录；one_time 一次性的，还没有改；own 自己的 */
            password: string;
            /** @description 登录要手机上的动态验证码 */
            second_factor: boolean;
            /**
             * Format: date-time
             * @description 什么时候建的
             */
            created_at: string;
            /** @description 发过的令牌 */
            tokens: components["schemas"]["TokenView"][];
        };
        /** @enum {string} */
        Act: "submit" | "receive" | "request_correction" | "correct" | "put_right" | "supplement" | "accept" | "refuse" | "transfer" | "tell_interested" | "record_views" | "start_special" | "end_special" | "extend" | "send_out" | "give_opinion" | "arrange_examination" | "hold_examination" | "conclude_examination" | "review" | "approve" | "send_back" | "pass_up" | "pass_back" | "decide" | "decide_on_spot" | "issue" | "deliver" | "withdraw" | "return" | "terminate" | "revoke" | "urge" | "deemed_accepted" | "deemed_granted" | "overdue";
        /**
         * @example {
         *       "number": "261123000018",
         *       "act": "request_correction",
         *       "name": "要求补正",
         *       "state": "correction",
         *       "state_label": "补正中",
         *       "texts": [
         *         {
         *           "kind": "message",
         *           "title": "告诉申请人",
         *           "text": "您的材料需要补正：1. 食品经营许可申请书：没有签名，请补签。请尽快一次补齐，补齐后重新计算答复期限。"
         *         },
         *         {
         *           "kind": "timeline",
         *           "title": "办件经过",
         *           "text": "窗口一次告知需要补正的全部内容"
         *         }
         *       ],
         *       "version": 2
         *     }
         */
        ActPreview: {
            /** @description 办件编号 */
            number: string;
            /** @description 操作的代号 */
            act: components["schemas"]["Act"];
            /** @description 操作的中文名称 */
            name: string;
            /** @description 做了以后到哪个状态，代号 */
            state: components["schemas"]["CaseState"];
            /** @description 那个状态的中文名称 */
            state_label: string;
            /** @description 会送出去和留下的文字 */
            texts: components["schemas"]["OutgoingText"][];
            /** @description 办件的版本，办理时带上 */
            version: number;
        };
        /**
         * @example {
         *       "active": false
         *     }
         */
        ActiveChange: {
            /** @description true 恢复使用、false 停用 */
            active: boolean;
        };
        /** @description 审核（approve） */
        ApproveLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "approve";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Opinion"];
        };
        /**
         * @description 审核（approve）
         * @example {
         *       "version": 7,
         *       "data": {
         *         "opinion": "同意"
         *       }
         *     }
         */
        ApproveRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "opinion": ""
             *     }
             */
            data?: components["schemas"]["Opinion"];
        };
        ArrangeExamination: {
            /** @description 哪一种：on_site 现场勘验、expert 专家论证 */
            kind: components["schemas"]["ExaminationKind"];
            /**
             * Format: date
             * @description 安排在哪一天
             */
            on: string;
            /**
             * @description 一起去的部门，部门编号
             * @default []
             */
            departments?: string[];
            /**
             * @description 说明
             * @default
             */
            reason?: string;
        };
        /** @description 安排勘验论证（arrange_examination） */
        ArrangeExaminationLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "arrange_examination";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["ArrangeExamination"];
        };
        /**
         * @description 安排勘验论证（arrange_examination）
         * @example {
         *       "version": 3,
         *       "data": {
         *         "kind": "on_site",
         *         "on": "2026-11-26"
         *       }
         *     }
         */
        ArrangeExaminationRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["ArrangeExamination"];
        };
        AttachedResult: {
            /** @description 多少字节 */
            size: number;
            /** @description 几页 */
            pages: number;
            /** @description 谁附上的，工作人员账号 */
            by: string;
            /**
             * Format: date-time
             * @description 什么时候附上的
             */
            at: string;
        };
        BranchView: {
            /** @description 缩进几层 */
            depth: number;
            /** @description 问什么；没有问题的为空 */
            question: string;
            /** @description 答什么 */
            answer: string;
            /** @description 问完了要的材料；还要接着问的为空 */
            materials: string[] | null;
        };
        /** @description Call-backs. */
        CallbackList: {
            /** @description 要打的：期限近的在前；办完的：后办完的在前，最多200个 */
            callbacks: components["schemas"]["CallbackView"][];
            /** @description 打几次不通，才可以不再打 */
            least_tries: number;
        };
        CallbackPhone: {
            /** @description 回电的编号 */
            number: string;
            /** @description 电话原文 */
            phone: string;
        };
        /**
         * @example {
         *       "outcome": "done",
         *       "note": "已经说清要带租赁合同原件，下周一来窗口。",
         *       "version": 1
         *     }
         */
        CallbackResult: {
            /**
             * @description done 打通了、办完了，unreached 这次没有打通，given_up 打了几次都不通、不再打
             * @enum {string}
             */
            outcome: "done" | "unreached" | "given_up";
            /** @description 结果，里面的个人信息会隐去 */
            note: string;
            /** @description 您看到的版本；同事先记过就答复409 */
            version: number;
        };
        CallbackView: {
            /** @description 回电的编号 */
            number: string;
            /**
             * @description open 要打、done 打通了、given_up 打不通，不再打
             * @enum {string}
             */
            state: "open" | "done" | "given_up";
            /** @description 状态的名称 */
            state_label: string;
            /** @description 正在办的事项；没有为空 */
            item: string;
            /** @description 想问什么，个人信息已经换成记号 */
            question: string;
            /** @description 电话，遮盖后的 */
            phone_masked: string;
            /** @description 从哪个渠道来的 */
            channel: string;
            /**
             * Format: date-time
             * @description 什么时候约的
             */
            asked_at: string;
            /** @description 最晚哪一天打；那一年的日历没有录入的为空 */
            due_day: string | null;
            /** @description 已经过了期限 */
            overdue: boolean;
            /** @description 打了几次没有打通 */
            tries: number;
            /** @description 最后是谁打的；没有打过为空 */
            name: string;
            /** @description 最后一次的结果 */
            note: string;
            /** @description 什么时候办完的 */
            ended_at: string | null;
            /** @description 版本，记结果时带上 */
            version: number;
        };
        /**
         * @example {
         *       "answer": "审查人员请假，没有交接。已补办，今后请假先交接。"
         *     }
         */
        CardAnswer: {
            /** @description 为什么会这样、怎么改的 */
            answer: string;
        };
        /** @enum {string} */
        CardColour: "yellow" | "red";
        /**
         * @example {
         *       "outcome": "upheld",
         *       "conclusion": "查看了补办的办件，情况属实，已经整改。"
         *     }
         */
        CardConclusion: {
            /** @description upheld 属实，已整改；withdrawn 不属实，收回；again 说明不够，退回重答 */
            outcome: components["schemas"]["CardOutcome"];
            /** @description 核实了什么 */
            conclusion: string;
        };
        /** @enum {string} */
        CardOutcome: "upheld" | "withdrawn" | "again";
        /**
         * @example {
         *       "cards": [
         *         {
         *           "number": "JC20261130-0001",
         *           "colour": "yellow",
         *           "colour_name": "黄牌",
         *           "rule": "overdue",
         *           "rule_name": "办件超期",
         *           "basis": "《行政许可法》第六十条：及时纠正行政许可实施中的违法行为",
         *           "why": "作出决定已经超期。",
         *           "case": "261123000018",
         *           "department": "market",
         *           "department_name": "河东县市场监督管理局",
         *           "day": "2026-11-27",
         *           "issued_at": "2026-11-30T09:30:00+08:00",
         *           "answer_by": "2026-12-03",
         *           "overdue": false,
         *           "state": "issued",
         *           "state_label": "等部门答复",
         *           "answer": "",
         *           "answered_by": "",
         *           "answered_at": null,
         *           "outcome": "",
         *           "outcome_name": "",
         *           "conclusion": "",
         *           "concluded_by": "",
         *           "concluded_at": null,
         *           "may_answer": true,
         *           "may_conclude": false
         *         }
         *       ],
         *       "waiting": 1,
         *       "answered": 0,
         *       "next": null
         *     }
         */
        CardPage: {
            /** @description 红黄牌，后发的在前 */
            cards: components["schemas"]["CardView"][];
            /** @description 您看得到的里面，等部门答复的张数 */
            waiting: number;
            /** @description 等督查核实的张数 */
            answered: number;
            /** @description 取下一页时作为 after；没有下一页时为空 */
            next: string | null;
        };
        /**
         * @example {
         *       "answer_days": 3,
         *       "rules": [
         *         {
         *           "code": "overdue",
         *           "name": "办件超期",
         *           "colour_name": "黄牌",
         *           "when": "办件有了「超期」的提示，一件一张。",
         *           "basis": "《行政许可法》第六十条：及时纠正行政许可实施中的违法行为"
         *         }
         *       ]
         *     }
         */
        CardRuleList: {
            /** @description 部门几个工作日以内答复 */
            answer_days: number;
            /** @description 全部规则 */
            rules: components["schemas"]["CardRuleView"][];
        };
        CardRuleView: {
            /** @description 规则的代号 */
            code: string;
            /** @description 为了什么 */
            name: string;
            /** @description 黄牌或者红牌 */
            colour_name: string;
            /** @description 什么时候发，一句话 */
            when: string;
            /** @description 依据 */
            basis: string;
        };
        /** @enum {string} */
        CardState: "issued" | "answered" | "closed";
        CardView: {
            /** @description 红黄牌的编号，例如 JC20261130-0001 */
            number: string;
            /** @description yellow 黄牌、red 红牌 */
            colour: components["schemas"]["CardColour"];
            /** @description 黄牌或者红牌 */
            colour_name: string;
            /** @description 发牌规则的代号 */
            rule: string;
            /** @description 为了什么发的 */
            rule_name: string;
            /** @description 规则的依据；规则已经没有了时为空文字 */
            basis: string;
            /** @description 发现了什么，一句话 */
            why: string;
            /** @description 办件编号；按部门发的为空文字 */
            case: string;
            /** @description 部门的编号 */
            department: string;
            /** @description 部门的名称 */
            department_name: string;
            /**
             * Format: date
             * @description 哪一天的事
             */
            day: string;
            /**
             * Format: date-time
             * @description 什么时候发的
             */
            issued_at: string;
            /** @description 最晚哪一天答复；工作日算不到那么远时为空 */
            answer_by: string | null;
            /** @description 过了日子还没有答复 */
            overdue: boolean;
            /** @description issued 等部门答复、answered 等督查核实、closed 已了结 */
            state: components["schemas"]["CardState"];
            /** @description 状态的中文名称 */
            state_label: string;
            /** @description 部门的说明；还没有时为空文字 */
            answer: string;
            /** @description 谁说明的，账号 */
            answered_by: string;
            /** @description 什么时候说明的 */
            answered_at: string | null;
            /** @description 核实的结果：upheld 属实、withdrawn 收回、again 退回重答；还没有核实时为空文字 */
            outcome: string;
            /** @description 核实的结果，中文 */
            outcome_name: string;
            /** @description 督查人员写的话 */
            conclusion: string;
            /** @description 谁核实的，账号 */
            concluded_by: string;
            /** @description 什么时候核实的 */
            concluded_at: string | null;
            /** @description 您现在可以答复 */
            may_answer: boolean;
            /** @description 您现在可以核实 */
            may_conclude: boolean;
        };
        CaseFilter: {
            /** @description 查找：办件编号或者它的开头（至少5位）、手机尾号4位、申请人的全名，连办结的一起找；事项名称里的字，找没有办完的 */
            q?: string | null;
            /** @description 受理窗口的编号 */
            window?: string | null;
            /** @description 承办部门的编号 */
            department?: string | null;
            /** @description 业务办理项的编号 */
            item?: string | null;
            /** @description 办件状态的代号 */
            state?: components["schemas"]["CaseState"] | null;
            /** @description 待办的分组：receive 待收件、accept 待受理、correcting 补正中、work 在办、special 特别程序、done 办结；不写是没有办完的 */
            stage?: components["schemas"]["Stage"] | null;
            /** @description 谁认领的：me 我、nobody 没有人，或者账号 */
            claimed_by?: string | null;
            /** @description 最近的期限在这一天以前（含这一天） */
            due_before?: string | null;
            /** @description 这一天起提交的 */
            submitted_from?: string | null;
            /** @description 到这一天为止提交的（含这一天） */
            submitted_to?: string | null;
            /** @description 有这种监察提示的，写提示的代号，例如 overdue */
            mark?: string | null;
            /**
             * @description due 先到期的在前（同一天里，补正期限和到期视为受理、视为准予的在前）、newest 新提交的在前、oldest 早提交的在前
             * @default due
             */
            sort?: components["schemas"]["Sort"];
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "claimed_by": {
         *         "account": "HKV233",
         *         "name": "张某",
         *         "since": "2026-11-23T09:40:00+08:00",
         *         "mine": false
         *       },
         *       "looking": [
         *         {
         *           "account": "HKV233",
         *           "name": "张某"
         *         }
         *       ],
         *       "version": 2,
         *       "beat_after_s": 15
         *     }
         */
        CaseHolding: {
            /** @description 办件编号 */
            number: string;
            /** @description 谁认领的；没有人认领时为空 */
            claimed_by: components["schemas"]["Holder"] | null;
            /** @description 现在谁开着它，您自己不算 */
            looking: components["schemas"]["OnlookerView"][];
            /** @description 办件现在的版本；比您看到的大，就是别人改过了 */
            version: number;
            /** @description 开着这个办件时，隔几秒再说一次您还在看 */
            beat_after_s: number;
        };
        /** @enum {string} */
        CaseKind: "即办件" | "承诺件";
        /** @enum {string} */
        CaseList: "soon" | "overdue" | "mark" | "time" | "misroute" | "refused";
        /**
         * @example {
         *       "number": "261123000018",
         *       "slots": [
         *         {
         *           "id": "food_operation.application",
         *           "name": "食品经营许可申请书",
         *           "need": "必要",
         *           "certain": true,
         *           "form": "原件",
         *           "copies": 1,
         *           "source": "申请人自备",
         *           "standard": "项目填写齐全，申请人签名或者盖章",
         *           "filling": "可在线填写后打印",
         *           "reason": "",
         *           "declared": "ready",
         *           "state": "received",
         *           "files": [
         *             {
         *               "id": "lRvDuvWPeXRKLVatm4yvW3fF5yUwnuCs",
         *               "name": "照片.jpg",
         *               "media_type": "image/jpeg",
         *               "size": 2175,
         *               "pages": 1,
         *               "width": 640,
         *               "height": 480,
         *               "uploaded_at": "2026-11-23T09:30:00+08:00",
         *               "kept_until": null,
         *               "content": "/api/v1/desk/cases/261123000018/materials/food_operation.application/files/lRvDuvWPeXRKLVatm4yvW3fF5yUwnuCs",
         *               "thumbnail": "/api/v1/desk/cases/261123000018/materials/food_operation.application/files/lRvDuvWPeXRKLVatm4yvW3fF5yUwnuCs/thumbnail",
         *               "reused_from": "",
         *               "replaces": "",
         *               "removable": false,
         *               "recognised": true,
         *               "belongs": "",
         *               "check": {
         *                 "state": "off",
         *                 "position": null,
         *                 "kind": null,
         *                 "findings": []
         *               }
         *             }
         *           ],
         *           "findings": [],
         *           "room": 18,
         *           "kinds": [
         *             "application"
         *           ],
         *           "open": false
         *         }
         *       ]
         *     }
         */
        CasePapers: {
            /** @description 办件编号 */
            number: string;
            /** @description 每份材料一格：文件、认出的种类、预审意见 */
            slots: components["schemas"]["MaterialSlot"][];
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
        /**
         * @example {
         *       "number": "261123000018",
         *       "materials": [
         *         {
         *           "material": "food_operation.application",
         *           "name": "食品经营许可申请书",
         *           "sentences": [
         *             {
         *               "text": "「食品经营许可申请书」第二页没有签名，请补签。",
         *               "source": "saved",
         *               "id": "lRvDuvWPeXRK"
         *             },
         *             {
         *               "text": "没有交「食品经营许可申请书」，请补交。",
         *               "source": "general",
         *               "id": ""
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        CaseSentences: {
            /** @description 办件编号 */
            number: string;
            /** @description 每份材料，按告知单的次序 */
            materials: components["schemas"]["MaterialSentences"][];
        };
        /** @enum {string} */
        CaseState: "submitted" | "received" | "accepted" | "correction" | "refused" | "review" | "approved" | "passed_up" | "special" | "decided" | "closed" | "delivered" | "withdrawn" | "returned" | "terminated" | "revoked";
        CentreDay: {
            /**
             * @description 固定为 own_day：本中心自己的放假或上班 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "own_day";
            /**
             * Format: date
             * @description 哪一天
             */
            day: string;
            /** @description true 上班、false 放假；放假的不计入期限 */
            working: boolean;
            /** @description 文号 */
            notice: string;
            /** @description 原因，例如 某某节 */
            why: string;
        };
        /**
         * @example {
         *       "sites": [
         *         {
         *           "id": "centre",
         *           "name": "河东县政务服务中心",
         *           "of": ""
         *         }
         *       ],
         *       "windows": [
         *         {
         *           "id": "market",
         *           "name": "12号市场监管窗口",
         *           "of": "centre"
         *         }
         *       ],
         *       "departments": [
         *         {
         *           "id": "market",
         *           "name": "河东县市场监督管理局",
         *           "of": ""
         *         }
         *       ],
         *       "items": [
         *         {
         *           "id": "food_operation.new",
         *           "name": "食品经营许可（新办）",
         *           "of": "market"
         *         }
         *       ]
         *     }
         */
        CentrePlaces: {
            /** @description 办事地点 */
            sites: components["schemas"]["NamedPlace"][];
            /** @description 窗口 */
            windows: components["schemas"]["NamedPlace"][];
            /** @description 部门 */
            departments: components["schemas"]["NamedPlace"][];
            /** @description 事项 */
            items: components["schemas"]["NamedPlace"][];
        };
        /** @enum {string} */
        Change: "added" | "changed" | "removed";
        /**
         * @example {
         *       "outcome": "taken",
         *       "answer": "已经核实，情况属实，依法撤销。",
         *       "document": "东审批复〔2027〕3号",
         *       "on_day": "2027-03-20"
         *     }
         */
        ChangeAnswer: {
            /** @description taken 采纳、partly 部分采纳、declined 不采纳 */
            outcome: components["schemas"]["RequestOutcome"];
            /** @description 核实了什么、怎么处理 */
            answer: string;
            /**
             * @description 复函的文号
             * @default
             */
            document?: string;
            /**
             * Format: date
             * @description 哪一天办好，或者哪一天已经办了
             */
            on_day: string;
        };
        /** @enum {string} */
        ChangeKind: "change" | "withdraw" | "revoke" | "cancel";
        ChangeLine: {
            /** @description 种类的代号 */
            kind: components["schemas"]["EntryKind"];
            /** @description 种类 */
            kind_name: string;
            /** @description 编号 */
            id: string;
            /** @description 名称；条目已经没有了的是它的编号 */
            name: string;
            /** @description 改了什么 */
            change: components["schemas"]["EditView"];
        };
        /**
         * @example {
         *       "changes": [
         *         {
         *           "kind": "item",
         *           "kind_name": "事项",
         *           "id": "food_business.new",
         *           "name": "食品经营许可（新办）",
         *           "change": {
         *             "version": 1,
         *             "line": "加了「社区老年食堂怎么申请」",
         *             "edit": {
         *               "phrasings": [
         *                 "社区老年食堂怎么申请"
         *               ],
         *               "text": "",
         *               "record": null,
         *               "dropped": false,
         *               "valid_from": null,
         *               "valid_until": null,
         *               "review_by": null
         *             },
         *             "why": "",
         *             "by_name": "陈知",
         *             "at": "2026-11-30T09:12:00+08:00",
         *             "undoes": 0
         *           }
         *         }
         *       ]
         *     }
         */
        ChangeLines: {
            /** @description 最近的在前，最多200条 */
            changes: components["schemas"]["ChangeLine"][];
        };
        /**
         * @example {
         *       "line": "2027年放假安排，国办发明电〔2026〕8号",
         *       "looked_at": 128,
         *       "shifted": 1,
         *       "limits": [
         *         {
         *           "number": "261230000017",
         *           "item": "食品经营许可（新办）",
         *           "what": "答复是否受理",
         *           "before": null,
         *           "after": "2027-01-08"
         *         }
         *       ],
         *       "appointments": [
         *         {
         *           "window": "market",
         *           "window_name": "12号市场监管窗口",
         *           "day": "2026-12-01",
         *           "start": "10:30",
         *           "end": "11:00",
         *           "code": "B003",
         *           "item": "食品经营许可（新办）"
         *         }
         *       ]
         *     }
         */
        ChangePreview: {
            /** @description 要录入的是什么，一句话；只撤销的为空 */
            line: string;
            /** @description 看了几件没有办完的办件；和期限无关的改动不看，是0 */
            looked_at: number;
            /** @description 几个期限的日子会变 */
            shifted: number;
            /** @description 会变的期限，最多列500个 */
            limits: components["schemas"]["ShiftedLimit"][];
            /** @description 已经约好、到时候窗口不开的预约 */
            appointments: components["schemas"]["DisplacedVisit"][];
        };
        /**
         * @example {
         *       "case": "261123000018",
         *       "kind": "revoke",
         *       "document": "东市监函〔2027〕8号",
         *       "reason": "现场检查发现经营场所和申请时提交的租赁合同不符，请核实后撤销。",
         *       "basis": "《行政许可法》第六十九条"
         *     }
         */
        ChangeRequest: {
            /** @description 办件编号 */
            case: string;
            /** @description change 变更、withdraw 撤回、revoke 撤销、cancel 注销 */
            kind: components["schemas"]["ChangeKind"];
            /** @description 来函的文号 */
            document: string;
            /** @description 发现了什么问题、要求怎么办 */
            reason: string;
            /** @description 法律依据 */
            basis: string;
        };
        /**
         * @example {
         *       "requests": [],
         *       "open": 0
         *     }
         */
        ChangeRequestList: {
            /** @description 来函，后来的在前 */
            requests: components["schemas"]["ChangeRequestView"][];
            /** @description 等中心答复的封数 */
            open: number;
        };
        /**
         * @example {
         *       "number": "JG20270305-0001",
         *       "case": "261123000018",
         *       "item": "食品经营许可（新办）",
         *       "department": "河东县市场监督管理局",
         *       "kind": "revoke",
         *       "kind_name": "撤销",
         *       "document": "东市监函〔2027〕8号",
         *       "reason": "现场检查发现经营场所和申请时提交的租赁合同不符，请核实后撤销。",
         *       "basis": "《行政许可法》第六十九条",
         *       "at": "2027-03-05T09:30:00+08:00",
         *       "file_type": "application/pdf",
         *       "file_size": 182034,
         *       "state": "open",
         *       "state_name": "等中心答复",
         *       "answer_by": "2027-03-19",
         *       "overdue": false,
         *       "outcome_name": "",
         *       "answer": "",
         *       "answer_document": "",
         *       "on_day": null,
         *       "answered_at": null,
         *       "may_answer": true
         *     }
         */
        ChangeRequestView: {
            /** @description 来函的编号，例如 JG20261130-0001 */
            number: string;
            /** @description 办件编号 */
            case: string;
            /** @description 事项名称 */
            item: string;
            /** @description 来函部门的名称 */
            department: string;
            /** @description change 变更、withdraw 撤回、revoke 撤销、cancel 注销 */
            kind: components["schemas"]["ChangeKind"];
            /** @description 要求什么，中文 */
            kind_name: string;
            /** @description 来函的文号 */
            document: string;
            /** @description 发现了什么问题、要求怎么办 */
            reason: string;
            /** @description 法律依据 */
            basis: string;
            /**
             * Format: date-time
             * @description 什么时候写的
             */
            at: string;
            /** @description 来函文件的类型；还没有传时为空文字 */
            file_type: string;
            /** @description 来函文件的大小，字节；还没有传时是0 */
            file_size: number;
            /** @description unfinished 还没有传文件、open 等中心答复、answered 已答复 */
            state: components["schemas"]["RequestState"];
            /** @description 状态的中文名称 */
            state_name: string;
            /** @description 最晚哪一天答复；没有送出或者算不到那么远时为空 */
            answer_by: string | null;
            /** @description 过了日子还没有答复 */
            overdue: boolean;
            /** @description 怎么处理的；还没有答复时为空文字 */
            outcome_name: string;
            /** @description 答复；还没有时为空文字 */
            answer: string;
            /** @description 复函的文号 */
            answer_document: string;
            /** @description 哪一天办好；还没有答复时为空 */
            on_day: string | null;
            /** @description 什么时候答复的；还没有时为空 */
            answered_at: string | null;
            /** @description 您现在可以答复 */
            may_answer: boolean;
        };
        /**
         * @example {
         *       "entry": {
         *         "kind": "own_day",
         *         "day": "2027-01-06",
         *         "working": false,
         *         "notice": "某政发〔2026〕1号",
         *         "why": "某某节"
         *       },
         *       "replaces": ""
         *     }
         */
        ChangeWanted: {
            /** @description 要录入的内容；只撤销的不写 */
            entry?: (components["schemas"]["Closure"] | components["schemas"]["HolidayYear"] | components["schemas"]["CentreDay"] | components["schemas"]["Post"] | components["schemas"]["TemporaryWindow"] | components["schemas"]["WindowPlace"] | components["schemas"]["ItemTransfer"] | components["schemas"]["Presence"] | components["schemas"]["Powers"]) | null;
            /**
             * @description 代替或者撤销哪一条，写它的编号
             * @default
             */
            replaces?: string;
        };
        Check: {
            /**
             * @description 看第几句的回答，从0数起；负数从后面数，-1是最后一句
             * @default -1
             */
            turn?: number;
            /** @description 都要有的，正则表达式 */
            all?: string[] | null;
            /** @description 至少要有一个的，正则表达式 */
            any?: string[] | null;
            /** @description 一个都不能有的，正则表达式 */
            none?: string[] | null;
            /** @description 卡片应是其中一种 */
            card?: string[] | null;
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
        Closure: {
            /**
             * @description 固定为 closure：停办或通告 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "closure";
            /**
             * @description 哪些办事地点，编号
             * @default []
             */
            sites?: string[];
            /**
             * @description 哪些窗口，编号；地点和窗口都不写，就是整个中心
             * @default []
             */
            windows?: string[];
            /**
             * Format: date-time
             * @description 从什么时候起，例如 2026-12-01T09:00；不写时区的按北京时间
             */
            begins: string;
            /**
             * Format: date-time
             * @description 到什么时候，不含这一刻
             */
            ends: string;
            /**
             * @description true 这段时间停办；false 只是通告，照常开放
             * @default true
             */
            closed?: boolean;
            /**
             * @description 紧急，显示得更醒目
             * @default false
             */
            urgent?: boolean;
            /** @description 告诉办事人的话：为什么、怎么办 */
            text: string;
            /** @description 从哪天起告诉办事人；不写就是马上 */
            shown_from?: string | null;
        };
        /**
         * @example {
         *       "code": "755224"
         *     }
         */
        CodeGiven: {
            /** @description 手机上的六位动态验证码 */
            code: string;
        };
        /**
         * @example {
         *       "uri": "otpauth://totp/%E4%B8%80%E7%AA%97%E9%97%AE%E5%8A%9E%3A7LQGME?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E4%B8%80%E7%AA%97%E9%97%AE%E5%8A%9E",
         *       "secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
         *       "qr": "data:image/svg+xml,%3Csvg/%3E"
         *     }
         */
        CodeOffered: {
            /** @description otpauth 地址，手机上的验证器扫它 */
            uri: string;
            /** @description 不能扫码时，照着输入的密钥 */
            secret: string;
            /** @description 二维码图片，data: 地址的 SVG */
            qr: string;
        };
        /** @example {} */
        CodeSetup: {
            /** @description 已经设过、要换手机的，带上原来手机上的验证码 */
            code?: string | null;
        };
        /** @enum {string} */
        Colour: "green" | "amber" | "red" | "paused";
        ColumnView: {
            /** @description 列的代号 */
            code: string;
            /** @description 列的名称 */
            name: string;
            /** @description 单位，例如 件、%、工作日；是文字的列为空文字 */
            unit: string;
        };
        /**
         * @example {
         *       "answer": "已约谈窗口人员，并重新告知了需要的全部材料。"
         *     }
         */
        ComplaintAnswer: {
            /** @description 给投诉人的答复 */
            answer: string;
        };
        /**
         * @example {
         *       "complaints": [
         *         {
         *           "number": "TS20261123-0001",
         *           "case": "261123000018",
         *           "item": "食品经营许可（新办）",
         *           "department": "market",
         *           "about": "department",
         *           "about_name": "承办部门",
         *           "officer": "",
         *           "text": "让我跑了三趟",
         *           "at": "2026-11-23T09:30:00+08:00",
         *           "state": "open",
         *           "state_label": "正在处理",
         *           "answer_by": "2026-12-08",
         *           "overdue": false,
         *           "answer": "",
         *           "answered_at": null
         *         }
         *       ]
         *     }
         */
        ComplaintPage: {
            /** @description 由您处理的投诉，先到期的在前 */
            complaints: components["schemas"]["DeskComplaint"][];
        };
        ConcludeExamination: {
            /** @description 哪一种：on_site 现场勘验、expert 专家论证 */
            kind: components["schemas"]["ExaminationKind"];
            /** @description 通过了 */
            passed: boolean;
            /**
             * @description 勘验或论证的意见
             * @default
             */
            opinion?: string;
        };
        /** @description 出具勘验论证意见（conclude_examination） */
        ConcludeExaminationLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "conclude_examination";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["ConcludeExamination"];
        };
        /**
         * @description 出具勘验论证意见（conclude_examination）
         * @example {
         *       "version": 5,
         *       "data": {
         *         "kind": "on_site",
         *         "passed": true,
         *         "opinion": "场所和设施符合要求"
         *       }
         *     }
         */
        ConcludeExaminationRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["ConcludeExamination"];
        };
        ConditionWords: {
            /** @description 在哪一项，从外到里 */
            place: string[];
            /** @description 条件写成的话 */
            words: string;
        };
        ConsentList: {
            /** @description 本中心什么要复核：exports 导出、access 账号和身份、密码、令牌；都不用的为空 */
            wanted: string[];
            /** @description 等您复核的和您自己提出的，最近的在前 */
            consents: components["schemas"]["ConsentView"][];
        };
        /**
         * @example {
         *       "number": 12,
         *       "what": "changed",
         *       "what_name": "改账号",
         *       "asker": "HKV233",
         *       "subject": "7LQGME",
         *       "about": {
         *         "department": "河东县市场监督管理局",
         *         "windows": [],
         *         "roles": [
         *           "审查人员"
         *         ]
         *       },
         *       "reason": "",
         *       "asked_at": "2026-11-23T09:00:00+08:00",
         *       "until": "2026-11-24T09:00:00+08:00",
         *       "agreed_by": "",
         *       "can_agree": true
         *     }
         */
        ConsentView: {
            /** @description 编号 */
            number: number;
            /** @description 要做什么，代号 */
            what: string;
            /** @description 要做什么，写给人看 */
            what_name: string;
            /** @description 谁提出的，账号 */
            asker: string;
            /** @description 对哪个账号；不是对账号的为空 */
            subject: string;
            /** @description 详情；没有办事人的个人信息 */
            about: {
                [key: string]: unknown;
            };
            /** @description 为什么；没有写的为空 */
            reason: string;
            /**
             * Format: date-time
             * @description 什么时候提出的
             */
            asked_at: string;
            /**
             * Format: date-time
             * @description 到什么时候作废
             */
            until: string;
            /** @description 谁同意了，账号；还没有的为空 */
            agreed_by: string;
            /** @description 您可以同意 */
            can_agree: boolean;
        };
        /**
         * @example {
         *       "name": "身份证丢了",
         *       "turns": [
         *         "身份证丢了怎么办"
         *       ],
         *       "checks": [
         *         {
         *           "turn": -1,
         *           "all": [
         *             "居民身份证（补领）"
         *           ],
         *           "any": null,
         *           "none": null,
         *           "card": null
         *         }
         *       ]
         *     }
         */
        ConversationWanted: {
            /** @description 叫什么，一看就知道测的是什么 */
            name: string;
            /** @description 办事人依次说的话 */
            turns: string[];
            /** @description 回答里要有什么、不能有什么 */
            checks: components["schemas"]["Check"][];
        };
        /** @description 补正（correct） */
        CorrectLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "correct";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Materials"];
        };
        /**
         * @description 补正（correct）
         * @example {
         *       "version": 3,
         *       "data": {
         *         "materials": [
         *           "food_operation.application"
         *         ]
         *       }
         *     }
         */
        CorrectRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "materials": []
             *     }
             */
            data?: components["schemas"]["Materials"];
        };
        CorrectionPoint: {
            /** @description 材料编号；form 是申请书 */
            material: string;
            /** @description 材料名称 */
            name: string;
            /**
             * @description 哪里要补正、怎么补
             * @default
             */
            what?: string;
            /**
             * @description 告知单或第一次通知上没有的，为什么现在要
             * @default
             */
            reason?: string;
        };
        /**
         * @example {
         *       "affair": "individual_business.establish"
         *     }
         */
        CounterBegun: {
            /** @description 要办的事项或一件事的编号 */
            affair: string;
        };
        CounterDraft: {
            /** @description 草稿编号；情形、联系信息、材料用草稿的接口填，和办事人自己填的一样 */
            intake: string;
        };
        CounterReceipt: {
            /** @description 回执，和办事人自己提交的一样 */
            receipt: components["schemas"]["CaseReceipt"];
            /** @description 您的窗口已经收件的办件；分派到别的窗口的不在里面 */
            received: string[];
            /** @description 分派到别的窗口的办件 */
            elsewhere: components["schemas"]["CasePart"][];
        };
        /**
         * @example {
         *       "paper": [
         *         "individual_business.application"
         *       ],
         *       "looked_up": []
         *     }
         */
        CounterSubmission: {
            /**
             * @description 收了纸质的材料，材料编号；扫描上传的不用写
             * @default []
             */
            paper?: string[];
            /**
             * @description 通过数据共享核对、免提交的材料，材料编号
             * @default []
             */
            looked_up?: string[];
        };
        /**
         * @example {
         *       "day": "2026-11-24",
         *       "label": "2026年11月24日（星期二）",
         *       "windows": [
         *         {
         *           "id": "market",
         *           "number": "12号",
         *           "name": "市场监管窗口",
         *           "site": "河东县政务服务中心",
         *           "floor": "2楼",
         *           "address": "河东县城关街道政务路1号",
         *           "phone": "0000-8600-1001"
         *         }
         *       ],
         *       "appointments": [
         *         {
         *           "window": "market",
         *           "start": "09:00",
         *           "end": "09:30",
         *           "code": "B002",
         *           "state": "booked",
         *           "state_label": "还没有来",
         *           "arrived_at": null,
         *           "called_at": null,
         *           "marks": [
         *             "arrive"
         *           ],
         *           "item": "食品经营许可（新办）",
         *           "cases": [
         *             "261123000018"
         *           ],
         *           "applicant": "陈**"
         *         }
         *       ]
         *     }
         */
        DayOfAppointments: {
            /**
             * Format: date
             * @description 哪一天
             */
            day: string;
            /** @description 这一天的中文写法，例如 11月24日（星期二） */
            label: string;
            /** @description 看了哪几个窗口 */
            windows: components["schemas"]["PlaceOfWindow"][];
            /** @description 预约，先来的在前 */
            appointments: components["schemas"]["ExpectedVisit"][];
        };
        DaysOff: {
            /** @description 节日名称，例如 元旦；中秋和国庆连着的写在一起 */
            name: string;
            /**
             * Format: date
             * @description 第一天，连同其中的周末
             */
            first: string;
            /**
             * Format: date
             * @description 最后一天
             */
            last: string;
        };
        Decide: {
            /** @description 决定：grant 准予、deny 不予 */
            outcome: components["schemas"]["Outcome"];
            /**
             * @description 决定书的文号
             * @default
             */
            document?: string;
            /**
             * @description 理由；不予的必须写
             * @default
             */
            reason?: string;
            /**
             * @description 不予的，已经告知可以申请行政复议或者提起行政诉讼
             * @default false
             */
            remedies_told?: boolean;
        };
        /** @description 决定（decide） */
        DecideLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "decide";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Decide"];
        };
        DecideOnSpot: {
            /**
             * @description 决定书的文号
             * @default
             */
            document?: string;
            /**
             * @description 审查意见
             * @default
             */
            opinion?: string;
        };
        /** @description 当场决定（decide_on_spot） */
        DecideOnSpotLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "decide_on_spot";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["DecideOnSpot"];
        };
        /**
         * @description 当场决定（decide_on_spot）
         * @example {
         *       "version": 3,
         *       "data": {
         *         "document": "东市监准〔2026〕18号",
         *         "opinion": "材料齐全，符合法定形式。"
         *       }
         *     }
         */
        DecideOnSpotRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "document": "",
             *       "opinion": ""
             *     }
             */
            data?: components["schemas"]["DecideOnSpot"];
        };
        /**
         * @description 决定（decide）
         * @example {
         *       "version": 8,
         *       "data": {
         *         "outcome": "grant",
         *         "document": "东市监许〔2026〕18号"
         *       }
         *     }
         */
        DecideRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["Decide"];
        };
        DeemedAccepted: {
            /**
             * Format: date
             * @description 从哪一天起视为受理
             */
            accepted_on: string;
            /**
             * Format: date
             * @description 本来最晚哪一天答复
             */
            due: string;
        };
        /** @description 视为受理（deemed_accepted） */
        DeemedAcceptedLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "deemed_accepted";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["DeemedAccepted"];
        };
        DeemedGranted: {
            /** @description 哪个期限到了没有决定，期限的代号 */
            clock: string;
            /**
             * Format: date
             * @description 从哪一天起视为准予
             */
            granted_on: string;
        };
        /** @description 视为准予（deemed_granted） */
        DeemedGrantedLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "deemed_granted";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["DeemedGranted"];
        };
        Deliver: {
            /** @description 怎么送达：counter 在窗口、post 邮寄、place 申请人选的地点（选地取件） */
            way: components["schemas"]["DeliveryWay"];
            /**
             * @description 邮寄的单号
             * @default
             */
            tracking?: string;
            /**
             * @description 申请人选的取件地点
             * @default
             */
            place?: string;
        };
        /** @description 送达（deliver） */
        DeliverLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "deliver";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Deliver"];
        };
        /**
         * @description 送达（deliver）
         * @example {
         *       "version": 10,
         *       "data": {
         *         "way": "post",
         *         "tracking": "YZ0000000018"
         *       }
         *     }
         */
        DeliverRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["Deliver"];
        };
        /** @enum {string} */
        DeliveryWay: "counter" | "post" | "place";
        /**
         * @example {
         *       "result_wish": "到窗口领取",
         *       "number": "261123000018",
         *       "item": "食品经营许可（新办）",
         *       "affair": "food_operation.new",
         *       "state": "received",
         *       "state_label": "已收件",
         *       "who_acts_next": "受理窗口",
         *       "window": "market",
         *       "department": "market",
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
         *       "received_at": "2026-11-23T09:30:00+08:00",
         *       "channel": "web",
         *       "notice_number": "GZ20261123-0001",
         *       "notice_version": 1,
         *       "contact": {
         *         "name": "陈晨欣",
         *         "id_number": "110*************12",
         *         "phone": "138****6171",
         *         "credit_code": "92110108MAQEFLCR3U"
         *       },
         *       "materials": [
         *         {
         *           "id": "food_operation.application",
         *           "name": "食品经营许可申请书",
         *           "state": "ready",
         *           "held_by": ""
         *         }
         *       ],
         *       "later": [],
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
         *       "findings": [],
         *       "joint": "",
         *       "parts": [],
         *       "tasks": [],
         *       "examinations": [],
         *       "result": null,
         *       "attached": null,
         *       "log": [
         *         {
         *           "at": "2026-11-23T10:05:00+08:00",
         *           "act": "receive",
         *           "name": "收件",
         *           "role": "window",
         *           "actor": "HKV233",
         *           "before": "submitted",
         *           "after": "received",
         *           "told": "窗口已收到您的材料，正在核对。",
         *           "data": {}
         *         }
         *       ],
         *       "claimed_by": {
         *         "account": "HKV233",
         *         "name": "张某",
         *         "since": "2026-11-23T09:40:00+08:00",
         *         "mine": true
         *       },
         *       "claim_remark": "",
         *       "looking": [],
         *       "possible": [
         *         {
         *           "act": "accept",
         *           "name": "受理",
         *           "role": "window",
         *           "fields": {
         *             "type": "object",
         *             "properties": {
         *               "document": {
         *                 "type": "string",
         *                 "maxLength": 30
         *               }
         *             }
         *           }
         *         }
         *       ],
         *       "version": 2
         *     }
         */
        DeskCase: {
            /** @description 办件编号 */
            number: string;
            /** @description 事项名称 */
            item: string;
            /** @description 提交的事项或一件事的编号 */
            affair: string;
            /** @description 办件状态的代号 */
            state: components["schemas"]["CaseState"];
            /** @description 办件状态的中文名称 */
            state_label: string;
            /** @description 接下来轮到谁 */
            who_acts_next: string;
            /** @description 现在的受理窗口的编号 */
            window: string;
            /** @description 承办部门的编号 */
            department: string;
            /** @description 提交时分派到的窗口和选它的规则；事项库里没有窗口时为空 */
            route: components["schemas"]["Route"] | null;
            /**
             * Format: date-time
             * @description 什么时候提交的
             */
            received_at: string;
            /** @description 从哪个渠道提交的 */
            channel: string;
            /** @description 所依据的告知单编号 */
            notice_number: string;
            /** @description 所依据的告知单第几版 */
            notice_version: number;
            /** @description 联系信息：种类到内容，按身份遮盖 */
            contact: {
                [key: string]: string;
            };
            /** @description 申请材料 */
            materials: components["schemas"]["PaperLine"][];
            /** @description 容缺后补还没有交的材料的编号 */
            later: string[];
            /** @description 已经起算的期限 */
            clocks: components["schemas"]["ClockView"][];
            /** @description 监察提示 */
            findings: components["schemas"]["FindingView"][];
            /** @description 并联审批各部门办到哪里，一句话；单独办理时为空 */
            joint: string;
            /** @description 同一次提交（一件事）的其他办件 */
            parts: components["schemas"]["CasePart"][];
            /**
             * @description 联办的部门，最慢的在前；牵头的人看到全部，别的部门只看到自己的
             * @default []
             */
            tasks: components["schemas"]["TaskView"][];
            /**
             * @description 勘验和论证，先安排的在前
             * @default []
             */
            examinations: components["schemas"]["ExaminationView"][];
            /**
             * @description 申请人选的结果怎么拿，一句话；没有选为空，就是窗口领取
             * @default
             */
            result_wish: string;
            /** @description 办理结果；还没有决定时为空 */
            result: components["schemas"]["ResultView"] | null;
            /** @description 附上的证照文件；没有附上时为空 */
            attached: components["schemas"]["AttachedResult"] | null;
            /** @description 办件日志，先发生的在前 */
            log: (components["schemas"]["SubmitLine"] | components["schemas"]["ReceiveLine"] | components["schemas"]["RequestCorrectionLine"] | components["schemas"]["CorrectLine"] | components["schemas"]["PutRightLine"] | components["schemas"]["SupplementLine"] | components["schemas"]["AcceptLine"] | components["schemas"]["RefuseLine"] | components["schemas"]["TransferLine"] | components["schemas"]["TellInterestedLine"] | components["schemas"]["RecordViewsLine"] | components["schemas"]["StartSpecialLine"] | components["schemas"]["EndSpecialLine"] | components["schemas"]["ExtendLine"] | components["schemas"]["SendOutLine"] | components["schemas"]["GiveOpinionLine"] | components["schemas"]["ArrangeExaminationLine"] | components["schemas"]["HoldExaminationLine"] | components["schemas"]["ConcludeExaminationLine"] | components["schemas"]["ReviewLine"] | components["schemas"]["ApproveLine"] | components["schemas"]["SendBackLine"] | components["schemas"]["PassUpLine"] | components["schemas"]["PassBackLine"] | components["schemas"]["DecideLine"] | components["schemas"]["DecideOnSpotLine"] | components["schemas"]["IssueLine"] | components["schemas"]["DeliverLine"] | components["schemas"]["WithdrawLine"] | components["schemas"]["ReturnLine"] | components["schemas"]["TerminateLine"] | components["schemas"]["RevokeLine"] | components["schemas"]["UrgeLine"] | components["schemas"]["DeemedAcceptedLine"] | components["schemas"]["DeemedGrantedLine"] | components["schemas"]["OverdueLine"])[];
            /** @description 谁认领的；没有人认领时为空 */
            claimed_by: components["schemas"]["Holder"] | null;
            /** @description 别人认领了的，说一句是谁、什么时候；您办了一步也在这里说 */
            claim_remark: string;
            /** @description 现在谁开着它，您自己不算 */
            looking: components["schemas"]["OnlookerView"][];
            /** @description 您现在能做的操作 */
            possible: components["schemas"]["PossibleAct"][];
            /** @description 办件的版本，办理时带上 */
            version: number;
        };
        /**
         * @example {
         *       "number": "TS20261123-0001",
         *       "case": "261123000018",
         *       "item": "食品经营许可（新办）",
         *       "department": "market",
         *       "about": "department",
         *       "about_name": "承办部门",
         *       "officer": "",
         *       "text": "让我跑了三趟",
         *       "at": "2026-11-23T09:30:00+08:00",
         *       "state": "answered",
         *       "state_label": "已答复",
         *       "answer_by": "2026-12-08",
         *       "overdue": false,
         *       "answer": "已约谈窗口人员，并重新告知了需要的全部材料。",
         *       "answered_at": "2026-11-23T09:30:00+08:00"
         *     }
         */
        DeskComplaint: {
            /** @description 投诉编号 */
            number: string;
            /** @description 办件编号 */
            case: string;
            /** @description 事项名称 */
            item: string;
            /** @description 承办部门的编号 */
            department: string;
            /** @description 投诉谁：officer 工作人员、window 窗口、department 部门 */
            about: string;
            /** @description 投诉谁，中文 */
            about_name: string;
            /** @description 被投诉的工作人员的工号；没有写时为空文字 */
            officer: string;
            /** @description 投诉的内容 */
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
            /**
             * Format: date
             * @description 最晚哪一天答复
             */
            answer_by: string;
            /** @description 已经过了答复的日子 */
            overdue: boolean;
            /** @description 答复；还没有时为空文字 */
            answer: string;
            /** @description 什么时候答复的；还没有时为空 */
            answered_at: string | null;
        };
        /**
         * @example {
         *       "id": 1,
         *       "case": "261123000018",
         *       "item": "食品经营许可（新办）",
         *       "department": "market",
         *       "times": 1,
         *       "grade": 5,
         *       "grade_name": "非常不满意",
         *       "reasons": [
         *         "态度不好"
         *       ],
         *       "text": "态度不好",
         *       "at": "2026-11-23T09:30:00+08:00",
         *       "is_bad": true,
         *       "answer_by": "2026-11-30",
         *       "overdue": false,
         *       "answer": "已当面道歉，并调整了窗口人员。",
         *       "answered_by": "WR2GBG",
         *       "answered_at": "2026-11-23T09:30:00+08:00"
         *     }
         */
        DeskRating: {
            /** @description 评价的编号 */
            id: number;
            /** @description 办件编号 */
            case: string;
            /** @description 事项名称 */
            item: string;
            /** @description 承办部门的编号 */
            department: string;
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
            /** @description 是差评 */
            is_bad: boolean;
            /** @description 差评最晚哪一天答复；好评没有 */
            answer_by: string | null;
            /** @description 差评过了日子还没有答复 */
            overdue: boolean;
            /** @description 答复；还没有时为空文字 */
            answer: string;
            /** @description 谁答复的，账号 */
            answered_by: string;
            /** @description 什么时候答复的；还没有时为空 */
            answered_at: string | null;
        };
        DeskTalk: {
            /** @description 人工对话的编号 */
            id: string;
            /**
             * @description waiting 在等人接、held 有人接着、别的是已经结束
             * @enum {string}
             */
            state: "none" | "closed" | "waiting" | "held" | "missed" | "back" | "idle" | "left";
            /** @description 状态的名称 */
            state_label: string;
            /** @description 正在办的事项；还没有选定时为空 */
            item: string;
            /** @description 从哪个渠道来的 */
            channel: string;
            /**
             * Format: date-time
             * @description 什么时候要的人工
             */
            asked_at: string;
            /**
             * Format: date-time
             * @description 从什么时候开始等
             */
            waits_since: string;
            /** @description 谁接着，账号；没有人接时为空 */
            account: string;
            /** @description 接的人的姓名 */
            name: string;
            /** @description 是您接着的 */
            mine: boolean;
            /** @description 正在办的事归您的窗口或者部门 */
            ours: boolean;
            /** @description 办事人说了话，还没有回 */
            unanswered: boolean;
            /** @description 到现在说的话，先说的在前 */
            lines: components["schemas"]["TalkLine"][];
            /** @description 正在办的事；草稿已经删了为空 */
            in_hand: components["schemas"]["InHand"] | null;
            /** @description 交回时的小结；没有交回为空 */
            summary: string;
            /**
             * @description 您刚写的话里隐去了哪些信息，例如 手机号
             * @default []
             */
            removed: string[];
        };
        DifferenceView: {
            /** @description 加了（added）、改了（changed）还是去掉了（removed） */
            change: components["schemas"]["Change"];
            /** @description 哪一样：说法、选项的话、回答、先做什么、日期 */
            part: string;
            /** @description 原来的；没有的为空 */
            before: string;
            /** @description 现在的；没有了的为空 */
            after: string;
            /** @description 一句话 */
            line: string;
        };
        DisplacedAppointment: {
            /**
             * Format: date
             * @description 哪一天
             */
            day: string;
            /** @description 这一天的中文写法 */
            label: string;
            /** @description 预约 */
            visit: components["schemas"]["ExpectedVisit"];
            /** @description 窗口的号码和名称 */
            window_name: string;
            /** @description 停办的原因；因为放假等不开的为空 */
            why: string;
        };
        DisplacedAppointments: {
            /** @description 要改时间的预约，先来的在前 */
            appointments: components["schemas"]["DisplacedAppointment"][];
        };
        DisplacedVisit: {
            /** @description 窗口的编号 */
            window: string;
            /** @description 窗口的号码和名称 */
            window_name: string;
            /**
             * Format: date
             * @description 哪一天
             */
            day: string;
            /** @description 从几点，例如 09:00 */
            start: string;
            /** @description 到几点 */
            end: string;
            /** @description 取号码 */
            code: string;
            /** @description 要办的事项名称 */
            item: string;
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
         *       "day": "2026-12-01",
         *       "label": "2026年12月1日（星期二）",
         *       "windows": [
         *         {
         *           "id": "market",
         *           "name": "12号市场监管窗口",
         *           "place": "河东县政务服务中心2楼",
         *           "phone": "0000-8600-1001",
         *           "hours": "9:00-12:00、13:00-17:00",
         *           "why": "",
         *           "people": [
         *             {
         *               "name": "陈晓",
         *               "duty_name": "首席代表",
         *               "shift": ""
         *             },
         *             {
         *               "name": "王丽",
         *               "duty_name": "首问责任人",
         *               "shift": "9:00-12:00"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        DutyDay: {
            /**
             * Format: date
             * @description 哪一天
             */
            day: string;
            /** @description 这一天的中文写法 */
            label: string;
            /** @description 全部窗口 */
            windows: components["schemas"]["WindowOfDay"][];
        };
        EditView: {
            /** @description 第几版 */
            version: number;
            /** @description 改了什么，一句话 */
            line: string;
            /** @description 这一版的内容 */
            edit: components["schemas"]["LibraryEdit"];
            /** @description 为什么改；没有写的为空 */
            why: string;
            /** @description 谁改的，姓名 */
            by_name: string;
            /**
             * Format: date-time
             * @description 什么时候改的
             */
            at: string;
            /** @description 退回的是第几版；不是退回的是0 */
            undoes: number;
        };
        /**
         * @example {
         *       "version": 0,
         *       "edit": {
         *         "phrasings": [
         *           "社区老年食堂怎么申请"
         *         ],
         *         "text": "",
         *         "record": null,
         *         "dropped": false,
         *         "valid_from": null,
         *         "valid_until": null,
         *         "review_by": null
         *       },
         *       "why": "一周里问了十几次"
         *     }
         */
        EditWanted: {
            /** @description 改之前看到的是第几版；没有改过的是0 */
            version: number;
            /** @description 这个条目比随附的多什么、换成什么 */
            edit: components["schemas"]["LibraryEdit"];
            /**
             * @description 为什么改，给同事看；可以不写
             * @default
             */
            why?: string;
        };
        EndSpecial: {
            /** @description 结束的是哪一种特别程序 */
            kind: components["schemas"]["SpecialKind"];
            /**
             * @description 结果
             * @default
             */
            result?: string;
        };
        /** @description 结束特别程序（end_special） */
        EndSpecialLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "end_special";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["EndSpecial"];
        };
        /**
         * @description 结束特别程序（end_special）
         * @example {
         *       "version": 4,
         *       "data": {
         *         "kind": "hearing",
         *         "result": "听证已经举行，没有反对意见"
         *       }
         *     }
         */
        EndSpecialRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["EndSpecial"];
        };
        /** @enum {string} */
        Ending: "ready" | "published" | "measured" | "faulty" | "stopped" | "died";
        EntryDifferenceView: {
            /** @description 种类的代号 */
            kind: components["schemas"]["EntryKind"];
            /** @description 种类 */
            kind_name: string;
            /** @description 编号 */
            id: string;
            /** @description 名称；条目已经没有了的是它的编号 */
            name: string;
            /** @description 不同的地方 */
            differences: components["schemas"]["DifferenceView"][];
        };
        /** @enum {string} */
        EntryKind: "item" | "elsewhere" | "answer" | "option" | "record";
        EntryLine: {
            /** @description 种类的代号 */
            kind: components["schemas"]["EntryKind"];
            /** @description 种类 */
            kind_name: string;
            /** @description 编号 */
            id: string;
            /** @description 名称 */
            name: string;
            /** @description 一共几种说法，连同加的 */
            phrasings: number;
            /** @description 其中加了几种 */
            added: number;
            /** @description 改过几次；没有改过的是0 */
            version: number;
            /** @description 到了该再看一遍的日子 */
            review_due: boolean;
        };
        /**
         * @example {
         *       "entries": [
         *         {
         *           "kind": "item",
         *           "kind_name": "事项",
         *           "id": "food_business.new",
         *           "name": "食品经营许可（新办）",
         *           "phrasings": 42,
         *           "added": 1,
         *           "version": 1,
         *           "review_due": false
         *         }
         *       ],
         *       "total": 1
         *     }
         */
        EntryLines: {
            /** @description 条目，改过的在前，最多50条 */
            entries: components["schemas"]["EntryLine"][];
            /** @description 一共几条 */
            total: number;
        };
        /**
         * @example {
         *       "may_enter": true,
         *       "entries": [
         *         {
         *           "id": "K7M2PQ4R",
         *           "kind": "own_day",
         *           "kind_name": "本中心自己的日子",
         *           "line": "2027年1月6日（星期三）放假：某某节，某政发〔2026〕1号",
         *           "entry": {
         *             "kind": "own_day",
         *             "day": "2027-01-06",
         *             "working": false,
         *             "notice": "某政发〔2026〕1号",
         *             "why": "某某节"
         *           },
         *           "by": "7K2QMA",
         *           "by_name": "陈晓",
         *           "at": "2026-11-30T09:12:00+08:00",
         *           "replaces": "",
         *           "undone_by_name": "",
         *           "undone_at": null
         *         }
         *       ]
         *     }
         */
        EntryList: {
            /** @description 录入的，最近的在前；撤销了的也在内 */
            entries: components["schemas"]["EntryView"][];
            /** @description 您可以录入和撤销 */
            may_enter: boolean;
        };
        /**
         * @example {
         *       "id": "K7M2PQ4R",
         *       "kind": "closure",
         *       "kind_name": "停办和通告",
         *       "line": "河东县政务服务中心停办，2026年12月1日（星期二）9:00至12:00：线路检修，请下午来，或者改约别的时间。",
         *       "entry": {
         *         "kind": "closure",
         *         "sites": [
         *           "centre"
         *         ],
         *         "windows": [],
         *         "begins": "2026-12-01T09:00:00+08:00",
         *         "ends": "2026-12-01T12:00:00+08:00",
         *         "closed": true,
         *         "urgent": false,
         *         "text": "线路检修，请下午来，或者改约别的时间。",
         *         "shown_from": null
         *       },
         *       "by": "7K2QMA",
         *       "by_name": "陈晓",
         *       "at": "2026-11-30T09:12:00+08:00",
         *       "replaces": "",
         *       "undone_by_name": "",
         *       "undone_at": null
         *     }
         */
        EntryView: {
            /** @description 编号 */
            id: string;
            /** @description 种类的代号 */
            kind: string;
            /** @description 种类的中文名称 */
            kind_name: string;
            /** @description 写的是什么，一句话 */
            line: string;
            /** @description 录入的内容 */
            entry: components["schemas"]["Closure"] | components["schemas"]["HolidayYear"] | components["schemas"]["CentreDay"] | components["schemas"]["Post"] | components["schemas"]["TemporaryWindow"] | components["schemas"]["WindowPlace"] | components["schemas"]["ItemTransfer"] | components["schemas"]["Presence"] | components["schemas"]["Powers"];
            /** @description 谁录入的，账号 */
            by: string;
            /** @description 谁录入的，姓名 */
            by_name: string;
            /**
             * Format: date-time
             * @description 什么时候录入的
             */
            at: string;
            /** @description 代替了哪一条；没有代替的为空 */
            replaces: string;
            /** @description 谁撤销的；没有撤销的为空 */
            undone_by_name: string;
            /** @description 什么时候撤销的；没有撤销的为空 */
            undone_at: string | null;
        };
        /**
         * @example {
         *       "entry": {
         *         "kind": "closure",
         *         "sites": [
         *           "centre"
         *         ],
         *         "windows": [],
         *         "begins": "2026-12-01T09:00:00+08:00",
         *         "ends": "2026-12-01T12:00:00+08:00",
         *         "closed": true,
         *         "urgent": false,
         *         "text": "线路检修，请下午来，或者改约别的时间。",
         *         "shown_from": null
         *       },
         *       "replaces": ""
         *     }
         */
        EntryWanted: {
            /** @description 录入的内容，按 kind 不同 */
            entry: components["schemas"]["Closure"] | components["schemas"]["HolidayYear"] | components["schemas"]["CentreDay"] | components["schemas"]["Post"] | components["schemas"]["TemporaryWindow"] | components["schemas"]["WindowPlace"] | components["schemas"]["ItemTransfer"] | components["schemas"]["Presence"] | components["schemas"]["Powers"];
            /**
             * @description 代替哪一条，写它的编号；那一条同时撤销。新录入的不写
             * @default
             */
            replaces?: string;
        };
        /** @enum {string} */
        ExaminationKind: "on_site" | "expert";
        ExaminationView: {
            /** @description on_site 现场勘验、expert 专家论证 */
            kind: string;
            /** @description 中文名称 */
            name: string;
            /**
             * Format: date
             * @description 安排在哪一天
             */
            on: string;
            /** @description 一起去的部门，名称；只有牵头的为空 */
            departments: string[];
            /** @description 哪一天做的；还没有做时为空 */
            held: string | null;
            /** @description 哪一天出具意见的；还没有时为空 */
            concluded: string | null;
            /** @description 通过；还没有意见时为空 */
            passed: boolean | null;
            /** @description 意见；还没有时为空 */
            opinion: string;
            /** @description 现在怎样，一句话 */
            say: string;
        };
        ExpectedVisit: {
            /** @description 窗口的编号 */
            window: string;
            /** @description 从几点，例如 09:00 */
            start: string;
            /** @description 到几点，例如 09:15 */
            end: string;
            /** @description 取号码 */
            code: string;
            /** @description booked 还没有来、arrived 已签到、called 已叫号、missed 没有来、passed 时间已过，没有记 */
            state: string;
            /** @description 预约状态的中文名称 */
            state_label: string;
            /** @description 什么时候签到的；没有签到的为空 */
            arrived_at: string | null;
            /** @description 什么时候叫号的；没有叫的为空 */
            called_at: string | null;
            /** @description 现在能记什么：arrive 签到、call 叫号、miss 没有来、undo 退回一步 */
            marks: ("arrive" | "call" | "miss" | "undo")[];
            /** @description 要办的事项名称 */
            item: string;
            /** @description 办件编号；还没有提交时为空，一件事有几个 */
            cases: string[];
            /** @description 遮盖后的姓名；还没有填时为空 */
            applicant: string;
        };
        Extend: {
            /**
             * @description 延长多少，单位见 unit
             * @default 0
             */
            days?: number;
            /**
             * @description 单位：working_day 工作日，事项的规定按自然日的是 day
             * @default working_day
             */
            unit?: components["schemas"]["ExtensionUnit"];
            /**
             * @description 延长的理由
             * @default
             */
            reason?: string;
            /**
             * @description 负责人批准的文号
             * @default
             */
            approval?: string;
            /**
             * @description 告知申请人的文号
             * @default
             */
            notice?: string;
        };
        /** @description 延长期限（extend） */
        ExtendLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "extend";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Extend"];
        };
        /**
         * @description 延长期限（extend）
         * @example {
         *       "version": 4,
         *       "data": {
         *         "days": 10,
         *         "reason": "现场情况复杂",
         *         "approval": "东市监批〔2026〕7号",
         *         "notice": "东市监延〔2026〕1号"
         *       }
         *     }
         */
        ExtendRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "days": 0,
             *       "unit": "working_day",
             *       "reason": "",
             *       "approval": "",
             *       "notice": ""
             *     }
             */
            data?: components["schemas"]["Extend"];
        };
        /** @enum {string} */
        ExtensionUnit: "working_day" | "day";
        /**
         * @example {
         *       "feedback": [
         *         {
         *           "id": 1,
         *           "key": "policy-0001",
         *           "department": "market",
         *           "department_name": "河东县市场监督管理局",
         *           "kind": "policy",
         *           "kind_name": "政策变化",
         *           "case": "",
         *           "item": "food_operation.new",
         *           "at": "2027-01-01T00:00:00+08:00",
         *           "document": "东市监〔2026〕9号",
         *           "failed": false,
         *           "code": "",
         *           "code_name": "",
         *           "state": "",
         *           "text": "改为备案",
         *           "received_at": "2026-11-23T09:30:00+08:00"
         *         }
         *       ],
         *       "next": 2
         *     }
         */
        FeedbackList: {
            /** @description 反馈，先收到的在前 */
            feedback: components["schemas"]["FeedbackView"][];
            /** @description 取下一页时作为 after */
            next: number;
        };
        FeedbackView: {
            /** @description 顺序号，翻页用 */
            id: number;
            /** @description 对方给这条反馈的编号 */
            key: string;
            /** @description 反馈部门的编号 */
            department: string;
            /** @description 反馈部门的名称 */
            department_name: string;
            /** @description penalty 行政处罚、inspection 检查结果、policy 政策变化、state 办理状态 */
            kind: string;
            /** @description 种类的中文名称 */
            kind_name: string;
            /** @description 办件编号；政策变化没有 */
            case: string;
            /** @description 政策变化说的是哪个事项，事项编号或实施编码 */
            item: string;
            /**
             * Format: date-time
             * @description 什么时候发生的
             */
            at: string;
            /** @description 决定书、检查记录或文件的文号 */
            document: string;
            /** @description 检查不合格 */
            failed: boolean;
            /** @description 对方系统里的状态码 */
            code: string;
            /** @description 状态码在对方码表里的名称 */
            code_name: string;
            /** @description 状态码对应的本系统办件状态的中文名称；没有给状态码时为空文字 */
            state: string;
            /** @description 说明 */
            text: string;
            /**
             * Format: date-time
             * @description 什么时候收到的
             */
            received_at: string;
        };
        FieldProblem: {
            /** @description 出错的字段 */
            field: string;
            /** @description 哪里不对、怎么改；不重复所填内容 */
            message: string;
        };
        /**
         * @example {
         *       "first": "2026-11-01",
         *       "last": "2026-11-30",
         *       "tables": [
         *         {
         *           "code": "marks",
         *           "title": "监察提示",
         *           "note": "每个办件每种提示算一件，按提示记下的日子。",
         *           "empty": "这段时间没有。",
         *           "columns": [
         *             {
         *               "code": "mark",
         *               "name": "提示",
         *               "unit": ""
         *             },
         *             {
         *               "code": "count",
         *               "name": "件数",
         *               "unit": "件"
         *             }
         *           ],
         *           "rows": [
         *             {
         *               "cells": [
         *                 "超期",
         *                 2
         *               ],
         *               "leads_to": {
         *                 "list": "mark",
         *                 "code": "overdue"
         *               }
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        FigureList: {
            /**
             * Format: date
             * @description 从哪一天
             */
            first: string;
            /**
             * Format: date
             * @description 到哪一天，含这一天
             */
            last: string;
            /** @description 各张表，按页面上的先后 */
            tables: components["schemas"]["FigureTableView"][];
        };
        FigureRowView: {
            /** @description 各列的内容；没有可说的为空 */
            cells: (string | number | null)[];
            /** @description 这一行是哪些办件：看名单时的条件（list、code、item、department、rule 等）；没有名单的为空 */
            leads_to: {
                [key: string]: string;
            };
        };
        FigureTableView: {
            /** @description 表的代号，导出时用 */
            code: string;
            /** @description 表的名称 */
            title: string;
            /** @description 怎么算的，一句话 */
            note: string;
            /** @description 没有一行时说的话 */
            empty: string;
            /** @description 各列 */
            columns: components["schemas"]["ColumnView"][];
            /** @description 各行 */
            rows: components["schemas"]["FigureRowView"][];
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
        FindingView: {
            /** @description 提示的代号 */
            code: string;
            /** @description 提示的内容，一句话 */
            say: string;
            /** @description 哪一天的；说不上哪一天时为空 */
            day: string | null;
        };
        FormFieldView: {
            /** @description 字段 */
            name: string;
            /** @description 叫什么 */
            label: string;
            /** @description 怎么填：text、long、lines、citations、number、yes_no、choice、choices、pick、picks、when、part、range、list、options */
            kind: string;
            /** @description 怎么填的提示；没有的为空 */
            hint: string;
            /** @description 只能是这些；不限的为空 */
            choices: string[];
            /** @description 选哪一种记录：departments、questions、materials、items；不是选记录的为空 */
            picks: string;
            /** @description 里面的字段 */
            fields: components["schemas"]["FormFieldView"][];
        };
        FormGroupView: {
            /** @description 这一组叫什么 */
            title: string;
            /** @description 字段 */
            fields: components["schemas"]["FormFieldView"][];
        };
        GiveOpinion: {
            /**
             * @description 哪个部门的意见，部门编号；不写是自己的部门
             * @default
             */
            department?: string;
            /** @description 同意 */
            agrees: boolean;
            /**
             * @description 意见
             * @default
             */
            opinion?: string;
        };
        /** @description 出具部门意见（give_opinion） */
        GiveOpinionLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "give_opinion";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["GiveOpinion"];
        };
        /**
         * @description 出具部门意见（give_opinion）
         * @example {
         *       "version": 4,
         *       "data": {
         *         "agrees": true,
         *         "opinion": "符合要求"
         *       }
         *     }
         */
        GiveOpinionRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["GiveOpinion"];
        };
        GroupCount: {
            /** @description 分组的代号 */
            stage: components["schemas"]["Stage"];
            /** @description 分组的中文名称 */
            label: string;
            /** @description 有几件；办结的只数还没有送达的 */
            count: number;
        };
        /**
         * @example {
         *       "summary": "房东不给房产证的，带租赁合同原件到12号窗口核对。"
         *     }
         */
        HandBack: {
            /** @description 小结，办事人会看到 */
            summary: string;
        };
        HeardAs: {
            /** @description 听到的是什么：事项、别处办的事、问答、情形、选项等 */
            what: string;
            /** @description 它的编号；没有编号的为空 */
            id: string;
            /** @description 它的名称或者回答 */
            name: string;
            /** @description 就是它的把握，0到1 */
            probability: number;
            /** @description 凭什么：哪几个字，最像哪一种说法 */
            because: string[];
        };
        /** @enum {string} */
        HearingWish: "none" | "asked" | "waived";
        Hindrance: {
            /** @description 原因的代号 */
            code: string;
            /** @description 为什么现在不能做、怎么办，一句话 */
            say: string;
        };
        HoldExamination: {
            /** @description 哪一种：on_site 现场勘验、expert 专家论证 */
            kind: components["schemas"]["ExaminationKind"];
            /**
             * Format: date
             * @description 哪一天做的
             */
            on: string;
            /**
             * @description 去的工作人员，账号；现场勘验至少两人
             * @default []
             */
            officers?: string[];
        };
        /** @description 完成勘验论证（hold_examination） */
        HoldExaminationLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "hold_examination";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["HoldExamination"];
        };
        /**
         * @description 完成勘验论证（hold_examination）
         * @example {
         *       "version": 4,
         *       "data": {
         *         "kind": "on_site",
         *         "on": "2026-11-26",
         *         "officers": [
         *           "HKV233",
         *           "WR2GBG"
         *         ]
         *       }
         *     }
         */
        HoldExaminationRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["HoldExamination"];
        };
        Holder: {
            /** @description 工作人员账号 */
            account: string;
            /** @description 姓名，给同事看 */
            name: string;
            /**
             * Format: date-time
             * @description 什么时候认领的
             */
            since: string;
            /** @description 就是您 */
            mine: boolean;
        };
        HolidayYear: {
            /**
             * @description 固定为 holidays：一年的放假安排 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "holidays";
            /** @description 哪一年 */
            year: number;
            /** @description 文号，例如 国办发明电〔2025〕7号 */
            notice: string;
            /** @description 放假，连同其中的周末 */
            days_off: components["schemas"]["DaysOff"][];
            /**
             * @description 调休上班的周末
             * @default []
             */
            working?: string[];
        };
        InHand: {
            /** @description 事项或一件事的名称；还没有选定时为空 */
            item: string;
            /** @description 办这件事的目的；没有为空 */
            scenario: string;
            /** @description 承办部门 */
            department: string;
            /** @description 去哪个窗口；还定不了时为空 */
            window: string;
            /** @description 已经知道的情形 */
            answers: components["schemas"]["KnownAnswer"][];
            /** @description 还缺什么：问题、材料、联系信息，只写名称 */
            missing: string[];
            /** @description 已经备齐的材料 */
            ready: string[];
            /** @description 告知单编号；还没有出时为空 */
            notice: string;
            /** @description 提交后的办件编号；没有提交时为空 */
            case_number: string;
        };
        Issue: {
            /**
             * @description 证照或决定书的名称
             * @default
             */
            name?: string;
            /**
             * @description 证照或决定书的编号
             * @default
             */
            number?: string;
            /** @description 有效期从哪一天起；没有写明的不填 */
            valid_from?: string | null;
            /** @description 有效期到哪一天；长期有效的不写 */
            valid_until?: string | null;
            /**
             * @description 所附证照文件的 SHA-256；服务按已经传上的文件填写，发来的不算数
             * @default
             */
            certificate?: string;
        };
        /** @description 制作结果（issue） */
        IssueLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "issue";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Issue"];
        };
        /**
         * @description 制作结果（issue）
         * @example {
         *       "version": 9,
         *       "data": {
         *         "name": "食品经营许可证",
         *         "number": "JY2110000000018",
         *         "valid_until": "2031-11-30"
         *       }
         *     }
         */
        IssueRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "name": "",
             *       "number": "",
             *       "certificate": ""
             *     }
             */
            data?: components["schemas"]["Issue"];
        };
        ItemTransfer: {
            /**
             * @description 固定为 transfer：事项划转 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "transfer";
            /** @description 哪些事项，编号 */
            items: string[];
            /** @description 从哪个部门，编号 */
            from_department: string;
            /** @description 到哪个部门，编号；部门不变、只换窗口的写同一个 */
            to_department: string;
            /**
             * @description 由哪个窗口受理，编号；不写的按规则分派
             * @default
             */
            to_window?: string;
            /**
             * Format: date
             * @description 从哪一天起；以前受理的留在原来的部门
             */
            effective: string;
            /** @description 划转文件的名称或文号 */
            document: string;
        };
        /** @enum {string} */
        ItemType: "行政许可" | "行政给付" | "行政确认" | "行政奖励" | "行政裁决" | "行政征收" | "其他行政权力" | "公共服务";
        KeptConversationView: {
            /** @description 编号；随程序来的是0，不能去掉 */
            number: number;
            /** @description 叫什么 */
            name: string;
            /** @description 哪一类 */
            kind: string;
            /** @description 办事人依次说的话 */
            turns: string[];
            /** @description 回答里要有什么、不能有什么 */
            checks: components["schemas"]["Check"][];
            /** @description 谁留的；随程序来的为空 */
            by_name: string;
            /** @description 什么时候留的；随程序来的为空 */
            at: string | null;
        };
        /**
         * @example {
         *       "conversations": [
         *         {
         *           "number": 7,
         *           "name": "身份证丢了",
         *           "kind": "自己留的",
         *           "turns": [
         *             "身份证丢了怎么办"
         *           ],
         *           "checks": [
         *             {
         *               "turn": -1,
         *               "all": [
         *                 "居民身份证（补领）"
         *               ],
         *               "any": null,
         *               "none": null,
         *               "card": null
         *             }
         *           ],
         *           "by_name": "陈知",
         *           "at": "2026-11-23T09:30:00+08:00"
         *         }
         *       ]
         *     }
         */
        KeptConversations: {
            /** @description 自己留的在前，最近的最前 */
            conversations: components["schemas"]["KeptConversationView"][];
        };
        KnownAnswer: {
            /** @description 问的什么 */
            text: string;
            /** @description 怎么答的 */
            label: string;
        };
        LibraryEdit: {
            /**
             * @description 比随附的多的说法，一种一条
             * @default []
             */
            phrasings?: string[];
            /**
             * @description 代替随附的话：问答的回答、别处办的事先做什么；空的就用随附的
             * @default
             */
            text?: string;
            /** @description 代替已公布的整条事项、问题或者材料，或者是新的；没有就用已公布的 */
            record?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description 事项、问题或者材料停用，不再办
             * @default false
             */
            dropped?: boolean;
            /** @description 从哪天起用；不写就是现在 */
            valid_from?: string | null;
            /** @description 用到哪一天，含这一天；不写就一直用 */
            valid_until?: string | null;
            /** @description 到哪一天再看一遍；不写就不提醒 */
            review_by?: string | null;
        };
        /**
         * @example {
         *       "kind": "item",
         *       "kind_name": "事项",
         *       "id": "food_business.new",
         *       "name": "食品经营许可（新办）",
         *       "shipped": [
         *         "开个小饭馆"
         *       ],
         *       "shipped_text": "",
         *       "shipped_review": "",
         *       "edit": {
         *         "phrasings": [
         *           "社区老年食堂怎么申请"
         *         ],
         *         "text": "",
         *         "record": null,
         *         "dropped": false,
         *         "valid_from": null,
         *         "valid_until": null,
         *         "review_by": null
         *       },
         *       "in_force": true,
         *       "published": null,
         *       "version": 1,
         *       "by_name": "陈知",
         *       "history": [
         *         {
         *           "version": 1,
         *           "line": "加了「社区老年食堂怎么申请」",
         *           "edit": {
         *             "phrasings": [
         *               "社区老年食堂怎么申请"
         *             ],
         *             "text": "",
         *             "record": null,
         *             "dropped": false,
         *             "valid_from": null,
         *             "valid_until": null,
         *             "review_by": null
         *           },
         *           "why": "一周里问了十几次",
         *           "by_name": "陈知",
         *           "at": "2026-11-30T09:12:00+08:00",
         *           "undoes": 0
         *         }
         *       ]
         *     }
         */
        LibraryEntry: {
            /** @description 种类的代号 */
            kind: components["schemas"]["EntryKind"];
            /** @description 种类 */
            kind_name: string;
            /** @description 编号 */
            id: string;
            /** @description 名称 */
            name: string;
            /** @description 随附的说法 */
            shipped: string[];
            /** @description 随附的话：问答的回答、别处办的事先做什么；没有话的为空 */
            shipped_text: string;
            /** @description 随附的复核日期；没有的为空 */
            shipped_review: string;
            /** @description 现在的改动；没有改过的是空的 */
            edit: components["schemas"]["LibraryEdit"];
            /** @description 今天用着这个改动；事项内容要发布了才用 */
            in_force: boolean;
            /** @description 事项内容：没有改过的样子；新加的和别的种类为空 */
            published: {
                [key: string]: unknown;
            } | null;
            /** @description 现在是第几版；没有改过的是0 */
            version: number;
            /** @description 最后是谁改的；没有改过的为空 */
            by_name: string;
            /** @description 改过的，最近的在前 */
            history: components["schemas"]["EditView"][];
        };
        ListedCase: {
            /** @description 办件编号 */
            number: string;
            /** @description 事项名称 */
            item: string;
            /** @description 承办部门的名称 */
            department: string;
            /** @description 受理窗口 */
            window: string;
            /** @description 办件状态的中文名称 */
            state_label: string;
            /**
             * Format: date
             * @description 哪一天的：到期、提示、决定、提交或者操作的日子
             */
            day: string;
            /** @description 为什么在名单里，一句话 */
            say: string;
        };
        /**
         * @example {
         *       "cases": [
         *         {
         *           "number": "261123000018",
         *           "item": "食品经营许可（新办）",
         *           "department": "河东县市场监督管理局",
         *           "window": "3 市场监管窗口",
         *           "state_label": "补正中",
         *           "day": "2026-11-23",
         *           "say": "超期：作出决定已经超期。"
         *         }
         *       ],
         *       "next": null
         *     }
         */
        ListedCases: {
            /** @description 这一页的办件 */
            cases: components["schemas"]["ListedCase"][];
            /** @description 取下一页时作为 after；没有下一页时为空 */
            next: number | null;
        };
        /**
         * @example {
         *       "rows": [
         *         {
         *           "at": "2026-11-23T09:30:00+08:00",
         *           "actor": "7LQGME",
         *           "act": "password_made",
         *           "act_name": "设一次性密码",
         *           "subject": "HKV233",
         *           "data": {}
         *         }
         *       ],
         *       "next": null
         *     }
         */
        LogPage: {
            /** @description 记录，最近的在前 */
            rows: components["schemas"]["LogRow"][];
            /** @description 还有更早的时，下一页的 after */
            next: number | null;
        };
        LogRow: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /** @description 谁做的：账号，console 命令行，unknown 没有这个账号 */
            actor: string;
            /** @description 做了什么，代号 */
            act: string;
            /** @description 做了什么，写给人看 */
            act_name: string;
            /** @description 对什么做的：账号、令牌编号、办件编号或者接口 */
            subject: string;
            /** @description 详情；没有办事人的个人信息，没有令牌和密码 */
            data: {
                [key: string]: unknown;
            };
        };
        LostView: {
            /** @description 句子，或者对话的名字 */
            text: string;
            /** @description 现在错在哪里；改对了的为空 */
            why: string[];
        };
        MarkedCase: {
            /** @description 办件编号 */
            number: string;
            /** @description 事项名称 */
            item: string;
            /** @description 办件状态的中文名称 */
            state_label: string;
            /** @description 承办部门的编号 */
            department: string;
            /** @description 受理窗口的编号 */
            window: string;
            /** @description 提示的代号，例如 overdue 超期 */
            code: string;
            /**
             * Format: date
             * @description 哪一天记下的
             */
            day: string;
            /** @description 提示的内容，一句话 */
            say: string;
        };
        /**
         * @example {
         *       "marks": [
         *         {
         *           "number": "261123000018",
         *           "item": "食品经营许可（新办）",
         *           "state_label": "补正中",
         *           "department": "market",
         *           "window": "market",
         *           "code": "late_request",
         *           "day": "2026-11-23",
         *           "say": "要求了告知单或者第一次补正通知上没有的「完税证明」，写明的原因：上级新的要求。"
         *         }
         *       ],
         *       "next": null
         *     }
         */
        MarkedCases: {
            /** @description 这一页的提示，最近的在前 */
            marks: components["schemas"]["MarkedCase"][];
            /** @description 取下一页时作为 after；没有下一页时为空 */
            next: string | null;
        };
        /** @enum {string} */
        MaterialForm: "原件" | "复印件" | "原件和复印件" | "原件核对" | "电子件";
        MaterialSentences: {
            /** @description 材料编号 */
            material: string;
            /** @description 材料名称 */
            name: string;
            /** @description 句子，最贴切的在前 */
            sentences: components["schemas"]["OfferedSentence"][];
        };
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
        Materials: {
            /**
             * @description 交了哪几份，写材料编号
             * @default []
             */
            materials?: string[];
        };
        /**
         * @example {
         *       "id": "7LQGME",
         *       "name": "王芳",
         *       "kind": "staff",
         *       "department": {
         *         "id": "market",
         *         "name": "河东县市场监督管理局"
         *       },
         *       "windows": [
         *         {
         *           "id": "market",
         *           "name": "市场监管窗口"
         *         }
         *       ],
         *       "roles": [
         *         {
         *           "id": "window",
         *           "name": "受理窗口"
         *         }
         *       ],
         *       "scopes": {
         *         "window": "window"
         *       }
         *     }
         */
        Me: {
            /** @description 账号 */
            id: string;
            /** @description 姓名或系统名称 */
            name: string;
            /** @description staff 工作人员、partner 对接系统 */
            kind: string;
            /** @description 所在部门 */
            department: components["schemas"]["Named"];
            /** @description 负责的窗口 */
            windows: components["schemas"]["Named"][];
            /** @description 身份 */
            roles: components["schemas"]["Named"][];
            /** @description 每个身份看得到哪些办件：身份代号到 window 本窗口、department 本部门、all 全部、none 无 */
            scopes: {
                [key: string]: string;
            };
        };
        MeasuredView: {
            /** @description 哪个事项、问答、别处办的事，或者哪一类对话 */
            group: string;
            /** @description 测了几句、几段 */
            total: number;
            /** @description 正在用的这一版对几个 */
            before: number;
            /** @description 要发布的对几个 */
            after: number;
            /** @description 原来对、现在错的 */
            lost: components["schemas"]["LostView"][];
            /** @description 原来错、现在对的 */
            won: components["schemas"]["LostView"][];
            /** @description 少了两个百分点以上，不能发布 */
            worse: boolean;
        };
        MessageOfCase: {
            /**
             * Format: date-time
             * @description 什么时候写的
             */
            at: string;
            /** @description 告诉申请人的话 */
            text: string;
            /** @description 怎么送到的，代号；只在网页里看的为空 */
            way: string;
            /** @description 怎么送到的，给人看的说法，例如 微信订阅通知 */
            way_label: string;
            /** @description 申请人什么时候看的；没有看过的为空 */
            read_at: string | null;
        };
        /**
         * @example {
         *       "messages": [
         *         {
         *           "at": "2026-11-23T09:30:00+08:00",
         *           "text": "您的申请已提交。",
         *           "way": "subscription",
         *           "way_label": "微信订阅通知",
         *           "read_at": null
         *         }
         *       ]
         *     }
         */
        MessagesOfCase: {
            /** @description 先写的在前 */
            messages: components["schemas"]["MessageOfCase"][];
        };
        Misroute: {
            /** @description 业务办理项编号 */
            item: string;
            /** @description 事项名称；事项库里已经没有时写编号 */
            item_name: string;
            /** @description 选窗口用的分派规则的代号 */
            rule: string;
            /** @description 规则的中文名称 */
            rule_name: string;
            /** @description 按这条规则分了几件 */
            cases: number;
            /** @description 其中后来转走的几件 */
            transferred: number;
            /** @description 误分派率，0到1 */
            share: number;
        };
        /**
         * @example {
         *       "since": "2025-11-23",
         *       "lines": [
         *         {
         *           "item": "food_operation.new",
         *           "item_name": "食品经营许可（新办）",
         *           "rule": "department_window",
         *           "rule_name": "部门的窗口",
         *           "cases": 1,
         *           "transferred": 1,
         *           "share": 1
         *         }
         *       ]
         *     }
         */
        Misroutes: {
            /**
             * Format: date
             * @description 从哪一天起统计
             */
            since: string;
            /** @description 按事项和规则列出，误分派率高的在前 */
            lines: components["schemas"]["Misroute"][];
        };
        /** @enum {string} */
        Moment: "missed" | "denied" | "repeated" | "doubtful" | "handed_over";
        MomentCount: {
            /** @description 哪一种时刻，代号 */
            moment: components["schemas"]["Moment"];
            /** @description 哪一种时刻 */
            name: string;
            /** @description 几次 */
            count: number;
        };
        /**
         * @example {
         *       "day": "2026-12-01",
         *       "start": "14:00",
         *       "why": "上午线路检修"
         *     }
         */
        MoveWanted: {
            /**
             * Format: date
             * @description 改到哪一天
             */
            day: string;
            /** @description 从几点，例如 09:00 */
            start: string;
            /** @description 为什么改，告诉办事人 */
            why: string;
        };
        MovedAppointment: {
            /** @description 改好的预约，号码换了新的 */
            visit: components["schemas"]["ExpectedVisit"];
            /** @description 时间的中文写法 */
            when: string;
            /** @description 告诉了哪几个办件的申请人，办件编号；还没有提交的，在他的预约里写明 */
            told: string[];
        };
        Named: {
            /** @description 编号 */
            id: string;
            /** @description 名称 */
            name: string;
        };
        NamedOption: {
            /** @description 选项的编号 */
            value: string;
            /** @description 选项 */
            label: string;
        };
        NamedPlace: {
            /** @description 编号 */
            id: string;
            /** @description 名称，写给人看 */
            name: string;
            /**
             * @description 窗口所在地点的编号、事项的主管部门的编号；别的为空
             * @default
             */
            of: string;
        };
        NamedQuestion: {
            /** @description 编号 */
            id: string;
            /** @description 名称 */
            name: string;
            /** @description 选项 */
            options: components["schemas"]["NamedOption"][];
        };
        NamedRecord: {
            /** @description 编号 */
            id: string;
            /** @description 名称 */
            name: string;
        };
        /** @enum {string} */
        Necessity: "必要" | "非必要" | "容缺后补";
        /**
         * @example {
         *       "name": "王芳",
         *       "department": "market",
         *       "windows": [
         *         "market"
         *       ],
         *       "roles": [
         *         "window"
         *       ]
         *     }
         */
        NewAccountWanted: {
            /** @description 姓名，或者系统名称；给同事看，以后不能改 */
            name: string;
            /** @description 部门编号 */
            department: string;
            /**
             * @description 负责的窗口，窗口编号
             * @default []
             */
            windows?: string[];
            /** @description 身份代号，至少一个 */
            roles: string[];
        };
        /** @enum {string} */
        NoteKind: "note" | "call";
        /**
         * @example {
         *       "number": "261123000018",
         *       "notes": [
         *         {
         *           "id": 2,
         *           "kind": "call",
         *           "kind_label": "电话记录",
         *           "text": "请他补签名，说明天来。",
         *           "called": "applicant",
         *           "called_label": "申请人",
         *           "reached": true,
         *           "account": "HKV233",
         *           "name": "张某",
         *           "mine": true,
         *           "at": "2026-11-23T10:05:00+08:00"
         *         }
         *       ]
         *     }
         */
        NoteList: {
            /** @description 办件编号 */
            number: string;
            /** @description 留言和电话记录，后写的在前 */
            notes: components["schemas"]["NoteView"][];
        };
        /**
         * @example {
         *       "kind": "call",
         *       "text": "请他补签名，说明天来。",
         *       "called": "applicant",
         *       "reached": true
         *     }
         */
        NoteRequest: {
            /** @description note 留言、call 电话记录 */
            kind: components["schemas"]["NoteKind"];
            /** @description 写什么；加密保存，申请人看不到 */
            text: string;
            /** @description 电话记录必须写：打给谁，applicant 申请人、agent 代办人、other 其他人 */
            called?: ("applicant" | "agent" | "other") | null;
            /** @description 电话记录必须写：打通了没有 */
            reached?: boolean | null;
        };
        NoteView: {
            /** @description 编号，后写的大 */
            id: number;
            /** @description note 留言、call 电话记录 */
            kind: components["schemas"]["NoteKind"];
            /** @description 中文名称 */
            kind_label: string;
            /** @description 内容 */
            text: string;
            /** @description 打给谁的代号；留言为空 */
            called: string;
            /** @description 打给谁，中文；留言为空 */
            called_label: string;
            /** @description 打通了没有；留言为空 */
            reached: boolean | null;
            /** @description 谁写的，账号 */
            account: string;
            /** @description 谁写的，姓名 */
            name: string;
            /** @description 就是您写的 */
            mine: boolean;
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
        };
        OfferedSentence: {
            /** @description 句子，已经按告知单填好 */
            text: string;
            /** @description saved 本部门存的、finding 预审这样说、kind 这种证照常用、general 任何材料都可以用 */
            source: string;
            /** @description 本部门存的，它的编号；随附的为空 */
            id: string;
        };
        /**
         * @example {
         *       "text": "可以请房东在租赁合同上写明房屋的用途，再带合同原件来窗口看一下。",
         *       "key": "k3v9x2m8"
         *     }
         */
        OfficerLine: {
            /** @description 说的话；里面的个人信息会隐去 */
            text: string;
            /** @description 这句话的编号，重发时不变，只说一次 */
            key: string;
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
        /**
         * @example {
         *       "version": 2,
         *       "accepted_document": "东市监受〔2026〕18号",
         *       "document": "东市监准〔2026〕18号",
         *       "opinion": "材料齐全，符合法定形式。",
         *       "name": "营业执照",
         *       "number": "JY13600000000017",
         *       "valid_from": "2026-11-23",
         *       "valid_until": null,
         *       "way": "counter",
         *       "tracking": "",
         *       "place": ""
         *     }
         */
        OnSpotRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /**
             * @description 受理通知书的文号
             * @default
             */
            accepted_document?: string;
            /**
             * @description 决定书的文号
             * @default
             */
            document?: string;
            /**
             * @description 审查意见
             * @default
             */
            opinion?: string;
            /**
             * @description 证照或者决定书的名称
             * @default
             */
            name?: string;
            /**
             * @description 证照或者决定书的编号
             * @default
             */
            number?: string;
            /** @description 有效期从哪一天起；没有写明的不填 */
            valid_from?: string | null;
            /** @description 有效期到哪一天；长期有效的不填 */
            valid_until?: string | null;
            /**
             * @description 怎么送达：counter 当面、post 邮寄、place 申请人选的地点
             * @default counter
             */
            way?: components["schemas"]["DeliveryWay"];
            /**
             * @description 邮寄的单号
             * @default
             */
            tracking?: string;
            /**
             * @description 申请人选的取件地点
             * @default
             */
            place?: string;
        };
        /**
         * @example {
         *       "account": "HKV233",
         *       "password": "K7PM-2XQ9-HW3D-4TNB"
         *     }
         */
        OneTimePassword: {
            /** @description 账号编号 */
            account: string;
            /** @description 一次性密码，只给这一次；当面交给本人，第一次登录要改 */
            password: string;
        };
        OnlookerView: {
            /** @description 工作人员账号 */
            account: string;
            /** @description 姓名，给同事看 */
            name: string;
        };
        /** @description 审核意见. */
        Opinion: {
            /**
             * @description 审核意见
             * @default
             */
            opinion?: string;
        };
        OutboxLine: {
            /** @description 顺序号，翻页用 */
            id: number;
            /** @description 消息编号，每次送都带着它，对方认得出重复 */
            key: string;
            /** @description told 告诉申请人、reminder 提醒、talk 人工对话里的话、result 推给监管部门、complaint 交上级机关 */
            topic: string;
            /** @description 送给谁：渠道名称或部门编号 */
            receiver: string;
            /** @description 办件编号；人工对话的话是对话的编号 */
            case: string;
            /** @description waiting 等待送达、offered 等待对方认领、done 已送达、dead 多次没有送到 */
            state: string;
            /** @description 状态的中文名称 */
            state_label: string;
            /** @description 送过几次 */
            tries: number;
            /**
             * Format: date-time
             * @description 什么时候写下的
             */
            created_at: string;
            /**
             * Format: date-time
             * @description 最早什么时候再送
             */
            due_at: string;
            /** @description 上次没有送到的原因的代号 */
            last_error: string;
        };
        /**
         * @example {
         *       "messages": [
         *         {
         *           "id": 1,
         *           "key": "told/bade3d8bcaf2e49d5e8e6a5351c197cf0d4f5358add06ae0ec39283f5031ba1c",
         *           "topic": "told",
         *           "receiver": "web",
         *           "case": "261123000018",
         *           "state": "dead",
         *           "state_label": "多次没有送到，等人处理",
         *           "tries": 20,
         *           "created_at": "2026-11-23T09:30:00+08:00",
         *           "due_at": "2026-11-25T00:30:00+08:00",
         *           "last_error": "http_500"
         *         }
         *       ],
         *       "next": 1
         *     }
         */
        OutboxPage: {
            /** @description 消息，先写的在前 */
            messages: components["schemas"]["OutboxLine"][];
            /** @description 取下一页时作为 after */
            next: number;
        };
        /**
         * @description 准予 or 不予.
         * @enum {string}
         */
        Outcome: "grant" | "deny";
        OutgoingText: {
            /**
             * @description message 告诉申请人的话、timeline 办件经过里的一行、paper 留下的文书
             * @enum {string}
             */
            kind: "message" | "timeline" | "paper";
            /** @description 标题，例如 补正通知书 */
            title: string;
            /** @description 全文，和送出去的一字不差 */
            text: string;
        };
        Overdue: {
            /** @description 哪个期限过了，期限的代号 */
            clock: string;
            /**
             * Format: date
             * @description 到期的日子
             */
            due: string;
        };
        /** @description 超期（overdue） */
        OverdueLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "overdue";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Overdue"];
        };
        /**
         * @example {
         *       "day": "2026-11-23",
         *       "open": 128,
         *       "overdue": 1,
         *       "soon": 6,
         *       "marks": {
         *         "overdue": 2,
         *         "misrouted": 3
         *       },
         *       "mark_names": {
         *         "overdue": "超期",
         *         "misrouted": "转办"
         *       },
         *       "refused_acts": 9,
         *       "calendar": ""
         *     }
         */
        Overview: {
            /**
             * Format: date
             * @description 统计的日子
             */
            day: string;
            /** @description 没有办完的办件数 */
            open: number;
            /** @description 其中最近的期限已经过了的 */
            overdue: number;
            /** @description 其中两个工作日内到期的 */
            soon: number;
            /** @description 近30天各类提示的件数：提示代号到件数 */
            marks: {
                [key: string]: number;
            };
            /** @description 提示代号到中文名称，各类都有 */
            mark_names: {
                [key: string]: string;
            };
            /** @description 近30天想做而没有做成的操作次数 */
            refused_acts: number;
            /** @description 工作日算不到那么远时的说明；算得出时为空 */
            calendar: string;
        };
        PageActView: {
            /** @description 操作的代号 */
            act: components["schemas"]["Act"];
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以哪个身份做 */
            role: string;
            /** @description 现在能不能做 */
            possible: boolean;
            /** @description 不能做的全部原因；能做的为空。要填的内容对不对，办理或者预览时再说 */
            reasons: components["schemas"]["Hindrance"][];
            /** @description 操作的内容（data）的 JSON Schema */
            fields: {
                [key: string]: unknown;
            };
            /** @description 做了以后会怎样，一句一条；不能做的为空 */
            consequences: string[];
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "version": 2,
         *       "acts": [
         *         {
         *           "act": "request_correction",
         *           "name": "要求补正",
         *           "role": "window",
         *           "possible": true,
         *           "reasons": [],
         *           "fields": {
         *             "type": "object",
         *             "properties": {
         *               "points": {
         *                 "type": "array"
         *               }
         *             }
         *           },
         *           "consequences": [
         *             "办件变成「补正中」。",
         *             "留下《补正通知书》。"
         *           ]
         *         },
         *         {
         *           "act": "deliver",
         *           "name": "送达",
         *           "role": "window",
         *           "possible": false,
         *           "reasons": [
         *             {
         *               "code": "wrong_state",
         *               "say": "办件现在是「已收件」，不能送达。"
         *             }
         *           ],
         *           "fields": {
         *             "type": "object",
         *             "properties": {
         *               "way": {
         *                 "type": "string"
         *               }
         *             }
         *           },
         *           "consequences": []
         *         }
         *       ]
         *     }
         */
        PageActs: {
            /** @description 办件编号 */
            number: string;
            /** @description 办件的版本，办理时带上 */
            version: number;
            /** @description 您的身份做的操作，按办理的先后，现在不能做的也在里面 */
            acts: components["schemas"]["PageActView"][];
        };
        PaperKind: {
            /** @description 种类的编号，例如 business_licence */
            id: string;
            /** @description 种类的名称，例如 营业执照 */
            name: string;
        };
        PaperLine: {
            /** @description 材料编号 */
            id: string;
            /** @description 材料名称 */
            name: string;
            /** @description ready 申请人说已备齐（有没有文件看 papers）、missing 没有、later 后补、promised 书面承诺 */
            state: string;
            /**
             * @description 材料在同一次提交的哪个办件里，写办件编号；就在本办件时为空
             * @default
             */
            held_by: string;
        };
        PassBack: {
            /** @description 上级机关的决定：grant 准予、deny 不予 */
            outcome: components["schemas"]["Outcome"];
            /**
             * @description 上级机关的文号
             * @default
             */
            document?: string;
            /**
             * @description 上级机关的意见
             * @default
             */
            opinion?: string;
        };
        /** @description 上级机关返回（pass_back） */
        PassBackLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "pass_back";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["PassBack"];
        };
        /**
         * @description 上级机关返回（pass_back）
         * @example {
         *       "version": 9,
         *       "data": {
         *         "outcome": "grant",
         *         "document": "市市监〔2026〕41号",
         *         "opinion": "同意"
         *       }
         *     }
         */
        PassBackRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["PassBack"];
        };
        PassUp: {
            /**
             * @description 报给哪个上级机关
             * @default
             */
            authority?: string;
            /**
             * @description 上报的文号
             * @default
             */
            document?: string;
        };
        /** @description 上报上级机关（pass_up） */
        PassUpLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "pass_up";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["PassUp"];
        };
        /**
         * @description 上报上级机关（pass_up）
         * @example {
         *       "version": 8,
         *       "data": {
         *         "authority": "市市场监督管理局",
         *         "document": "东市监报〔2026〕4号"
         *       }
         *     }
         */
        PassUpRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "authority": "",
             *       "document": ""
             *     }
             */
            data?: components["schemas"]["PassUp"];
        };
        /**
         * @example {
         *       "old": "K7PM-2XQ9-HW3D-4TNB",
         *       "new": "柳树河边的三只白鹅2026"
         *     }
         */
        PasswordChange: {
            /**
             * Format: password
             * @description 现在的密码，或者一次性密码
             */
            old: string;
            /**
             * Format: password
             * @description 新密码：至少12个字符，或者至少10个、含三种字符
             */
            new: string;
        };
        /**
         * @example {
         *       "password": "柳树河边的三只白鹅2026"
         *     }
         */
        PasswordGiven: {
            /**
             * Format: password
             * @description 现在的密码
             */
            password: string;
        };
        PersonOnDuty: {
            /** @description 姓名 */
            name: string;
            /** @description 窗口人员、首问责任人、首席代表 */
            duty_name: string;
            /** @description 这一班的时间；全天的为空 */
            shift: string;
        };
        /** @enum {string} */
        Phase: "checks" | "training" | "sentences" | "conversations" | "swap";
        /**
         * @example {
         *       "kind": "item",
         *       "id": "food_business.new",
         *       "text": "社区老年食堂怎么申请"
         *     }
         */
        PhrasingWanted: {
            /** @description 条目的种类 */
            kind: components["schemas"]["EntryKind"];
            /** @description 条目的编号 */
            id: string;
            /** @description 加哪一种说法 */
            text: string;
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
        /**
         * @example {
         *       "department": "market",
         *       "windows": [
         *         "market"
         *       ],
         *       "roles": [
         *         "window"
         *       ]
         *     }
         */
        PlaceChange: {
            /** @description 换到哪个部门，部门编号；不写就不变 */
            department?: string | null;
            /** @description 负责的全部窗口，窗口编号；空列表是一个也不负责，不写就不变 */
            windows?: string[] | null;
            /** @description 全部身份，身份代号；不写就不变 */
            roles?: string[] | null;
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
        PossibleAct: {
            /** @description 操作的代号 */
            act: components["schemas"]["Act"];
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以哪个身份做 */
            role: string;
            /** @description 操作的内容（data）的 JSON Schema */
            fields: {
                [key: string]: unknown;
            };
        };
        Post: {
            /**
             * @description 固定为 post：派驻 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "post";
            /** @description 哪个窗口，编号 */
            window: string;
            /** @description 姓名，岗位公示上的 */
            name: string;
            /**
             * @description clerk 窗口人员、first 首问责任人、chief 首席代表
             * @enum {string}
             */
            duty: "clerk" | "first" | "chief";
            /** @description 哪个部门派的，编号 */
            department: string;
            /**
             * Format: date
             * @description 从哪天起
             */
            first: string;
            /** @description 到哪天；不写就是一直 */
            last?: string | null;
            /**
             * @description 星期几，1 是星期一
             * @default [
             *       1,
             *       2,
             *       3,
             *       4,
             *       5
             *     ]
             */
            days?: number[];
            /**
             * @description 这一班从几点，例如 09:00；全天的不写
             * @default
             */
            opens?: string;
            /**
             * @description 这一班到几点；全天的不写
             * @default
             */
            closes?: string;
            /**
             * @description 职级，例如 与股室负责人同级
             * @default
             */
            rank?: string;
            /**
             * @description 有行政执法资格
             * @default false
             */
            licensed?: boolean;
        };
        Powers: {
            /**
             * @description 固定为 powers：窗口授权 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "powers";
            /** @description 哪个部门，编号 */
            department: string;
            /** @description 给了哪些：accept 受理、review 审核、coordinate 协调、approve 审批、certify 制证、deliver 送达 */
            powers: ("accept" | "review" | "coordinate" | "approve" | "certify" | "deliver")[];
            /** @description 授权文件的文号 */
            document: string;
        };
        Presence: {
            /**
             * @description 固定为 presence：事项进驻情况 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "presence";
            /** @description 哪些事项，编号 */
            items: string[];
            /** @description true 已经进驻、false 没有进驻 */
            present: boolean;
            /**
             * @description 没有进驻的原因
             * @default
             */
            reason?: string;
            /** @description 计划哪天进驻 */
            planned?: string | null;
            /**
             * @description 上一级政务服务监督管理机构的意见，文号
             * @default
             */
            opinion?: string;
            /**
             * @description 本级人民政府的决定，文号
             * @default
             */
            decision?: string;
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
        ProposalList: {
            /** @description 后提的在前，最多200条 */
            proposals: components["schemas"]["ProposalView"][];
        };
        /**
         * @example {
         *       "question": "房东不给房产证复印件怎么办",
         *       "answer": "带租赁合同原件到窗口核对，由窗口在系统里查不动产登记信息。"
         *     }
         */
        ProposalRequest: {
            /** @description 问题，写成谁都会问的样子；里面的个人信息会隐去 */
            question: string;
            /** @description 回答；里面的个人信息会隐去 */
            answer: string;
        };
        ProposalView: {
            /** @description 编号 */
            id: string;
            /** @description 当时正在办的事项的编号；没有为空 */
            item: string;
            /** @description 问题 */
            question: string;
            /** @description 回答 */
            answer: string;
            /** @description 谁提的，账号 */
            account: string;
            /** @description 提的人的姓名 */
            name: string;
            /**
             * Format: date-time
             * @description 什么时候提的
             */
            at: string;
            /**
             * @description proposed 等知识库管理员看
             * @constant
             */
            state: "proposed";
            /**
             * @description 隐去了哪些信息，例如 手机号
             * @default []
             */
            removed: string[];
        };
        /**
         * @example {
         *       "note": "加了社区食堂的说法",
         *       "only_measures": false,
         *       "at": "2026-11-24T07:00:00+08:00"
         *     }
         */
        PublishWanted: {
            /**
             * @description 这一版改了什么、为什么，给同事看；可以不写
             * @default
             */
            note?: string;
            /**
             * @description 只检查和测量，不发布
             * @default false
             */
            only_measures?: boolean;
            /** @description 定在什么时候换上，带时区；不写就是测好就换。检查和测量都是马上做 */
            at?: string | null;
        };
        PublishingReport: {
            /**
             * @description 检查出来的错，有一处就不能发布
             * @default []
             */
            faults: string[];
            /**
             * @description 测了几句
             * @default 0
             */
            sentences: number;
            /**
             * @description 测了几段对话
             * @default 0
             */
            conversations: number;
            /**
             * @description 句子：正在用的这一版对几句
             * @default 0
             */
            sentences_before: number;
            /**
             * @description 句子：要发布的对几句
             * @default 0
             */
            sentences_after: number;
            /**
             * @description 对话：正在用的这一版对几段
             * @default 0
             */
            conversations_before: number;
            /**
             * @description 对话：要发布的对几段
             * @default 0
             */
            conversations_after: number;
            /**
             * @description 有变化的组，变差的在前
             * @default []
             */
            groups: components["schemas"]["MeasuredView"][];
            /**
             * @description 改以前、改以后都不对的对话
             * @default []
             */
            failing: components["schemas"]["LostView"][];
            /**
             * @description 用了多少秒
             * @default 0
             */
            took_s: number;
        };
        /**
         * @example {
         *       "id": 3,
         *       "only_measures": false,
         *       "note": "加了社区食堂的说法",
         *       "by_name": "陈知",
         *       "at": "2026-11-23T09:30:00+08:00",
         *       "phase": "sentences",
         *       "phase_name": "测句子",
         *       "done": 40,
         *       "total": 156,
         *       "running": true,
         *       "ending": null,
         *       "ending_name": "",
         *       "ended_at": null,
         *       "not_before": null,
         *       "waits_for_second": false,
         *       "confirmed_by": "",
         *       "report": {
         *         "faults": [],
         *         "sentences": 0,
         *         "conversations": 0,
         *         "sentences_before": 0,
         *         "sentences_after": 0,
         *         "conversations_before": 0,
         *         "conversations_after": 0,
         *         "groups": [],
         *         "failing": [],
         *         "took_s": 0
         *       }
         *     }
         */
        PublishingView: {
            /** @description 第几次 */
            id: number;
            /** @description 只检查和测量，不发布 */
            only_measures: boolean;
            /** @description 说明；没有写的为空 */
            note: string;
            /** @description 谁在发布，姓名 */
            by_name: string;
            /**
             * Format: date-time
             * @description 什么时候开始的
             */
            at: string;
            /** @description 正在做哪一步，代号 */
            phase: components["schemas"]["Phase"];
            /** @description 正在做哪一步 */
            phase_name: string;
            /** @description 这一步做了几个 */
            done: number;
            /** @description 这一步一共几个 */
            total: number;
            /** @description 还在做 */
            running: boolean;
            /** @description 怎么结束的，代号；还在做的为空 */
            ending: components["schemas"]["Ending"] | null;
            /** @description 怎么结束的；还在做的为空 */
            ending_name: string;
            /** @description 什么时候结束的 */
            ended_at: string | null;
            /** @description 定在什么时候换上；没有定的为空 */
            not_before: string | null;
            /** @description 等另一个人确认 */
            waits_for_second: boolean;
            /** @description 谁确认的，姓名；不用确认的和还没有确认的为空 */
            confirmed_by: string;
            /** @description 检查和测量的结果 */
            report: components["schemas"]["PublishingReport"];
        };
        /** @description 当场更正（put_right） */
        PutRightLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "put_right";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Reason"];
        };
        /**
         * @description 当场更正（put_right）
         * @example {
         *       "version": 2,
         *       "data": {
         *         "reason": "申请书上的日期写错了，当场改正"
         *       }
         *     }
         */
        PutRightRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "reason": ""
             *     }
             */
            data?: components["schemas"]["Reason"];
        };
        /**
         * @example {
         *       "cases": [
         *         {
         *           "number": "261123000018",
         *           "item_id": "food_operation.new",
         *           "item": "食品经营许可（新办）",
         *           "scenario": "个体工商户、餐饮服务、租的",
         *           "applicant": "陈**",
         *           "precheck": "2处要看",
         *           "stage": "receive",
         *           "stage_label": "待收件",
         *           "state": "submitted",
         *           "state_label": "已提交",
         *           "clocks": [
         *             {
         *               "code": "answer",
         *               "what": "答复是否受理",
         *               "due": "2026-11-30",
         *               "colour": "green",
         *               "left": "还剩5个工作日",
         *               "silence": true
         *             }
         *           ],
         *           "due": "2026-11-30",
         *           "overdue": false,
         *           "window": "market",
         *           "department": "market",
         *           "claimed_by": {
         *             "account": "HKV233",
         *             "name": "张某",
         *             "since": "2026-11-23T09:40:00+08:00",
         *             "mine": false
         *           },
         *           "looking": [
         *             {
         *               "account": "HKV233",
         *               "name": "张某"
         *             }
         *           ],
         *           "submitted_at": "2026-11-23T09:30:00+08:00",
         *           "version": 1
         *         }
         *       ],
         *       "next": "2026-11-30_0_261123000018"
         *     }
         */
        Queue: {
            /** @description 这一页的办件 */
            cases: components["schemas"]["QueueLine"][];
            /** @description 取下一页时作为 cursor；没有下一页时为空 */
            next: string | null;
        };
        QueueClockView: {
            /** @description answer 答复是否受理、decision 作出决定（承诺和法定里先到的）、correction 申请人补正、delivery 送达，或者别的期限的代号 */
            code: string;
            /** @description 这是什么期限 */
            what: string;
            /** @description 到期的日子；停着的为空 */
            due: string | null;
            /** @description green 还早、amber 两个工作日内、red 今天到期或者已经过了、paused 停着；总和文字一起显示 */
            colour: components["schemas"]["Colour"];
            /** @description 还剩多久，一句话，例如 还剩3个工作日 */
            left: string;
            /** @description 过了这一天，依法视为受理或者视为准予 */
            silence: boolean;
        };
        QueueLine: {
            /** @description 办件编号 */
            number: string;
            /** @description 业务办理项的编号 */
            item_id: string;
            /** @description 事项名称 */
            item: string;
            /** @description 申请人的情形，一行字；没有问情形的为空 */
            scenario: string;
            /** @description 遮盖后的姓名 */
            applicant: string;
            /** @description 预审的结果：通过、2处要看、还在看、没有上传 */
            precheck: string;
            /** @description 待办的分组的代号 */
            stage: components["schemas"]["Stage"];
            /** @description 分组的中文名称，例如 待受理 */
            stage_label: string;
            /** @description 办件状态的代号 */
            state: components["schemas"]["CaseState"];
            /** @description 办件状态的中文名称 */
            state_label: string;
            /** @description 还在等的期限，先到的在前；没有的为空 */
            clocks: components["schemas"]["QueueClockView"][];
            /** @description 最近到期的日子；没有在算的期限时为空 */
            due: string | null;
            /** @description 最近的期限已经过了 */
            overdue: boolean;
            /** @description 受理窗口的编号 */
            window: string;
            /** @description 承办部门的编号 */
            department: string;
            /** @description 谁认领的；没有人认领时为空 */
            claimed_by: components["schemas"]["Holder"] | null;
            /** @description 现在谁开着它，您自己不算 */
            looking: components["schemas"]["OnlookerView"][];
            /**
             * Format: date-time
             * @description 什么时候提交的
             */
            submitted_at: string;
            /** @description 办件的版本，办理时带上 */
            version: number;
        };
        /**
         * @example {
         *       "answer": "已当面道歉，并调整了窗口人员。"
         *     }
         */
        RatingAnswer: {
            /** @description 给申请人的答复 */
            answer: string;
        };
        /**
         * @example {
         *       "ratings": [
         *         {
         *           "id": 1,
         *           "case": "261123000018",
         *           "item": "食品经营许可（新办）",
         *           "department": "market",
         *           "times": 1,
         *           "grade": 5,
         *           "grade_name": "非常不满意",
         *           "reasons": [
         *             "态度不好"
         *           ],
         *           "text": "态度不好",
         *           "at": "2026-11-23T09:30:00+08:00",
         *           "is_bad": true,
         *           "answer_by": "2026-11-30",
         *           "overdue": false,
         *           "answer": "已当面道歉，并调整了窗口人员。",
         *           "answered_by": "WR2GBG",
         *           "answered_at": "2026-11-23T09:30:00+08:00"
         *         }
         *       ],
         *       "next": 1
         *     }
         */
        RatingPage: {
            /** @description 评价，先评的在前 */
            ratings: components["schemas"]["DeskRating"][];
            /** @description 取下一页时作为 after */
            next: number;
        };
        /** @description Why. */
        Reason: {
            /**
             * @description 原因
             * @default
             */
            reason?: string;
        };
        Receive: {
            /**
             * @description 窗口收到的纸质材料，材料编号
             * @default []
             */
            paper?: string[];
            /**
             * @description 窗口通过数据共享核对、免提交的材料，材料编号
             * @default []
             */
            looked_up?: string[];
        };
        /** @description 收件（receive） */
        ReceiveLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "receive";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Receive"];
        };
        /**
         * @description 收件（receive）
         * @example {
         *       "version": 1,
         *       "data": {}
         *     }
         */
        ReceiveRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "paper": [],
             *       "looked_up": []
             *     }
             */
            data?: components["schemas"]["Receive"];
        };
        RecordChange: {
            /** @description 哪一项 */
            part: string;
            /** @description 原来的；没有的为空 */
            before: string;
            /** @description 现在的；没有了的为空 */
            after: string;
        };
        /**
         * @example {
         *       "findings": [
         *         {
         *           "place": [
         *             "basis"
         *           ],
         *           "message": "材料「犬只照片」没有设定依据",
         *           "wrong": true
         *         }
         *       ],
         *       "conditions": [
         *         {
         *           "place": [
         *             "materials",
         *             "0",
         *             "when"
         *           ],
         *           "words": "「经营场所是自有还是租赁」回答「租赁」"
         *         }
         *       ],
         *       "changes": [
         *         {
         *           "part": "份数",
         *           "before": "2",
         *           "after": "1"
         *         }
         *       ],
         *       "branches": [
         *         {
         *           "depth": 0,
         *           "question": "经营场所是自有还是租赁",
         *           "answer": "租赁",
         *           "materials": [
         *             "租赁合同"
         *           ]
         *         }
         *       ],
         *       "cut": false,
         *       "impact": {
         *         "items": [
         *           {
         *             "id": "dog_registration.new",
         *             "name": "养犬登记（新办）"
         *           }
         *         ],
         *         "drafts": 3,
         *         "cases": 12
         *       }
         *     }
         */
        RecordCheck: {
            /**
             * @description 要改的在前
             * @default []
             */
            findings: components["schemas"]["RecordFindingView"][];
            /**
             * @description 每个条件写成的话
             * @default []
             */
            conditions: components["schemas"]["ConditionWords"][];
            /**
             * @description 比另一份改了什么
             * @default []
             */
            changes: components["schemas"]["RecordChange"][];
            /**
             * @description 分支，从第一个问题起；看不了的为空
             * @default []
             */
            branches: components["schemas"]["BranchView"][];
            /**
             * @description 分支太多，只列出前面的
             * @default false
             */
            cut: boolean;
            /**
             * @description 影响到谁
             * @default {
             *       "items": [],
             *       "drafts": 0,
             *       "cases": 0
             *     }
             */
            impact: components["schemas"]["RecordImpact"];
        };
        /**
         * @example {
         *       "key": "materials/dog_registration.photo",
         *       "record": {
         *         "name": "犬只照片",
         *         "form": "原件",
         *         "copies": 1
         *       },
         *       "against": null
         *     }
         */
        RecordCheckWanted: {
            /** @description items/编号、questions/编号 或者 materials/编号，例如 items/food_operation.new */
            key: string;
            /** @description 一条事项、问题或者材料的全部内容，字段和导出的一样 */
            record: {
                [key: string]: unknown;
            };
            /** @description 和哪一份比；不写就和已公布的比，新加的和空的比 */
            against?: {
                [key: string]: unknown;
            } | null;
        };
        RecordFindingView: {
            /** @description 在哪一项，从外到里；不在哪一项的为空 */
            place: string[];
            /** @description 哪里不对、怎么改 */
            message: string;
            /** @description 不改不能发布；否则只是要看一眼 */
            wrong: boolean;
        };
        /**
         * @example {
         *       "items": [
         *         {
         *           "title": "时限和收费",
         *           "fields": [
         *             {
         *               "name": "promised_limit",
         *               "label": "承诺时限",
         *               "kind": "part",
         *               "hint": "",
         *               "choices": [],
         *               "picks": "",
         *               "fields": [
         *                 {
         *                   "name": "days",
         *                   "label": "多少",
         *                   "kind": "number",
         *                   "hint": "",
         *                   "choices": [],
         *                   "picks": "",
         *                   "fields": []
         *                 }
         *               ]
         *             }
         *           ]
         *         }
         *       ],
         *       "questions": [],
         *       "materials": [],
         *       "known_departments": [
         *         {
         *           "id": "market",
         *           "name": "市场监督管理局"
         *         }
         *       ],
         *       "known_items": [
         *         {
         *           "id": "food_operation.new",
         *           "name": "食品经营许可（新办）"
         *         }
         *       ],
         *       "known_materials": [
         *         {
         *           "id": "lease",
         *           "name": "租赁合同"
         *         }
         *       ],
         *       "known_questions": [
         *         {
         *           "id": "premises",
         *           "name": "经营场所是自有还是租赁",
         *           "options": [
         *             {
         *               "value": "leased",
         *               "label": "租赁"
         *             }
         *           ]
         *         }
         *       ]
         *     }
         */
        RecordForms: {
            /** @description 事项的字段，分组 */
            items: components["schemas"]["FormGroupView"][];
            /** @description 情形问题的字段 */
            questions: components["schemas"]["FormGroupView"][];
            /** @description 材料的字段 */
            materials: components["schemas"]["FormGroupView"][];
            /** @description 部门 */
            known_departments: components["schemas"]["NamedRecord"][];
            /** @description 事项，连同还没有发布的 */
            known_items: components["schemas"]["NamedRecord"][];
            /** @description 材料，连同还没有发布的 */
            known_materials: components["schemas"]["NamedRecord"][];
            /** @description 情形问题，连同还没有发布的 */
            known_questions: components["schemas"]["NamedQuestion"][];
        };
        RecordImpact: {
            /** @description 用到这条的事项和一件事 */
            items: components["schemas"]["NamedRecord"][];
            /** @description 没有提交的草稿有几份 */
            drafts: number;
            /** @description 在办的办件有几件 */
            cases: number;
        };
        RecordViews: {
            /**
             * @description 谁的意见：applicant 申请人、interested 利害关系人
             * @default interested
             */
            whose?: components["schemas"]["Speaker"];
            /**
             * @description 陈述、申辩的意见和怎么采纳的；不写姓名和号码
             * @default
             */
            opinion?: string;
            /**
             * @description 要不要听证：none 没有提听证、asked 要求听证、waived 都书面放弃听证
             * @default none
             */
            hearing?: components["schemas"]["HearingWish"];
        };
        /** @description 听取意见（record_views） */
        RecordViewsLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "record_views";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["RecordViews"];
        };
        /**
         * @description 听取意见（record_views）
         * @example {
         *       "version": 4,
         *       "data": {
         *         "whose": "interested",
         *         "opinion": "担心油烟，已要求加装净化设施",
         *         "hearing": "waived"
         *       }
         *     }
         */
        RecordViewsRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "whose": "interested",
             *       "opinion": "",
             *       "hearing": "none"
             *     }
             */
            data?: components["schemas"]["RecordViews"];
        };
        /** @enum {string} */
        RefusalGround: "not_needed" | "other_body" | "false_papers";
        Refuse: {
            /** @description 不予受理的法定理由：not_needed 依法不需要审批、other_body 不属于本机关、false_papers 材料不真实 */
            ground: components["schemas"]["RefusalGround"];
            /**
             * @description 具体原因
             * @default
             */
            reason?: string;
            /**
             * @description 应当向哪个机关申请
             * @default
             */
            authority?: string;
            /**
             * @description 不予受理通知书的文号
             * @default
             */
            document?: string;
        };
        /** @description 不予受理（refuse） */
        RefuseLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "refuse";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Refuse"];
        };
        /**
         * @description 不予受理（refuse）
         * @example {
         *       "version": 2,
         *       "data": {
         *         "ground": "other_body",
         *         "reason": "食品生产许可由市级机关办理",
         *         "authority": "市市场监督管理局",
         *         "document": "东市监不受〔2026〕3号"
         *       }
         *     }
         */
        RefuseRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["Refuse"];
        };
        RefusedAct: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /** @description 办件编号 */
            number: string;
            /** @description 工作人员账号 */
            actor: string;
            /** @description 以什么身份 */
            role: string;
            /** @description 想做的操作的代号 */
            act: string;
            /** @description 当时的办件状态的代号 */
            state: string;
            /** @description 每一条不能做的原因的代号 */
            codes: string[];
        };
        /**
         * @example {
         *       "acts": [
         *         {
         *           "at": "2026-11-23T09:30:00+08:00",
         *           "number": "261123000018",
         *           "actor": "CYWDE4",
         *           "role": "window",
         *           "act": "accept",
         *           "state": "submitted",
         *           "codes": [
         *             "wrong_state"
         *           ]
         *         }
         *       ]
         *     }
         */
        RefusedActs: {
            /** @description 没有做成的操作，最近的在前 */
            acts: components["schemas"]["RefusedAct"][];
        };
        /**
         * @example {
         *       "present": 512,
         *       "absent": 3,
         *       "missing": [
         *         "河东县卫生健康局没有登记首席代表。"
         *       ]
         *     }
         */
        RegisterView: {
            /** @description 已进驻几个事项 */
            present: number;
            /** @description 没有进驻几个事项 */
            absent: number;
            /** @description 通知要求、现在还缺的，一条一句 */
            missing: string[];
        };
        /**
         * @example {
         *       "department": "河东县市场监督管理局",
         *       "items": [
         *         {
         *           "id": "food_operation.new",
         *           "name": "食品经营许可（新办）"
         *         }
         *       ],
         *       "kinds": {
         *         "penalty": "行政处罚",
         *         "inspection": "检查结果",
         *         "policy": "政策变化"
         *       },
         *       "changes": {
         *         "revoke": "撤销"
         *       },
         *       "bases": {
         *         "revoke": "《行政许可法》第六十九条"
         *       }
         *     }
         */
        Regulated: {
            /** @description 部门的名称 */
            department: string;
            /** @description 本部门监管的事项 */
            items: components["schemas"]["RegulatedItem"][];
            /** @description 反馈的种类：代号到中文 */
            kinds: {
                [key: string]: string;
            };
            /** @description 可以要求什么：代号到中文 */
            changes: {
                [key: string]: string;
            };
            /** @description 各种要求一般依据的条文 */
            bases: {
                [key: string]: string;
            };
        };
        RegulatedItem: {
            /** @description 业务办理项的编号 */
            id: string;
            /** @description 事项名称 */
            name: string;
        };
        /**
         * @example {
         *       "turns": [
         *         {
         *           "said": "我爸去世了要办哪些手续",
         *           "taken": [],
         *           "language": "普通话",
         *           "chinese": "我爸去世了要办哪些手续",
         *           "intent": "find_item",
         *           "confidence": 0.99,
         *           "encoder": [
         *             "我爸去世了要办哪些手续"
         *           ],
         *           "settled": false,
         *           "heard": [
         *             {
         *               "what": "别处办的事",
         *               "id": "family_death",
         *               "name": "家里有人去世要办的事（殡仪馆、殡葬管理机构）",
         *               "probability": 0.97,
         *               "because": [
         *                 "最像「亲人去世后要办哪些手续」",
         *                 "相同的字：去世、要办哪些手续"
         *               ]
         *             }
         *           ],
         *           "readings": [
         *             {
         *               "kind": "elsewhere",
         *               "kind_name": "别处办的事",
         *               "action": "action_elsewhere",
         *               "action_name": "说由谁办、怎么找",
         *               "probability": 0.956,
         *               "because": [
         *                 "家里有人去世要办的事 0.97"
         *               ],
         *               "gain": 1,
         *               "wrong": 1,
         *               "worth": 0.912,
         *               "chosen": true
         *             }
         *           ],
         *           "asks_first": false,
         *           "reply": {
         *             "page": [
         *               "节哀。"
         *             ],
         *             "options": [],
         *             "card": "",
         *             "wechat": [
         *               "节哀。"
         *             ],
         *             "text": "节哀。"
         *           },
         *           "took_ms": 31.5
         *         }
         *       ],
         *       "took_ms": 33.1,
         *       "version": "3f2a9c1d"
         *     }
         */
        RehearsalResult: {
            /** @description 依次每一句 */
            turns: components["schemas"]["RehearsedTurn"][];
            /** @description 一共用了多少毫秒 */
            took_ms: number;
            /** @description 用的是哪一版事项库 */
            version: string;
        };
        /**
         * @example {
         *       "turns": [
         *         "我爸去世了要办哪些手续"
         *       ]
         *     }
         */
        RehearsalWanted: {
            /** @description 依次说的话；只试一句就写一句 */
            turns: string[];
        };
        RehearsedTurn: {
            /** @description 说的话，个人信息已经换成记号 */
            said: string;
            /** @description 取出了哪几种个人信息 */
            taken: string[];
            /** @description 用什么话说的 */
            language: string;
            /** @description 换成普通话的；本来就是的和说的一样 */
            chinese: string;
            /** @description 意图分类听成什么；没有问它的为空 */
            intent: string;
            /** @description 意图分类的把握，0到1 */
            confidence: number;
            /** @description 问了编码器的几个字；空的就是没有问 */
            encoder: string[];
            /** @description 光凭字面已经定了，没有问知识库 */
            settled: boolean;
            /** @description 知识库里像的，最像的在前 */
            heard: components["schemas"]["HeardAs"][];
            /** @description 各种读法，得分高的在前 */
            readings: components["schemas"]["Weighed"][];
            /** @description 要做的事错了代价大，先问一句 */
            asks_first: boolean;
            /** @description 会怎么答 */
            reply: components["schemas"]["ReplyInShapes"];
            /** @description 这一句用了多少毫秒 */
            took_ms: number;
        };
        /**
         * @example {
         *       "release": {
         *         "number": 2,
         *         "note": "冬天的说法",
         *         "restores": 0,
         *         "by_name": "陈知",
         *         "confirmed_by": "",
         *         "at": "2026-11-20T16:00:00+08:00",
         *         "edited": 4,
         *         "catalogue_version": "3f2a9c1d",
         *         "running": true
         *       },
         *       "against": 1,
         *       "differences": [],
         *       "total": 0,
         *       "report": {
         *         "faults": [],
         *         "sentences": 156,
         *         "conversations": 24,
         *         "sentences_before": 148,
         *         "sentences_after": 149,
         *         "conversations_before": 24,
         *         "conversations_after": 24,
         *         "groups": [
         *           {
         *             "group": "事项「食品经营许可（新办）」",
         *             "total": 9,
         *             "before": 8,
         *             "after": 9,
         *             "lost": [],
         *             "won": [
         *               {
         *                 "text": "老年食堂要什么手续",
         *                 "why": []
         *               }
         *             ],
         *             "worse": false
         *           }
         *         ],
         *         "failing": [],
         *         "took_s": 31.4
         *       },
         *       "against_report": null
         *     }
         */
        ReleaseDetail: {
            /** @description 这一版 */
            release: components["schemas"]["ReleaseLine"];
            /** @description 和第几版比 */
            against: number;
            /** @description 比那一版有什么不同，最多200条 */
            differences: components["schemas"]["EntryDifferenceView"][];
            /** @description 一共几条不同 */
            total: number;
            /** @description 发布时测到的；第1版和退回的为空 */
            report: components["schemas"]["PublishingReport"] | null;
            /** @description 那一版发布时测到的；第1版和退回的为空 */
            against_report: components["schemas"]["PublishingReport"] | null;
        };
        ReleaseLine: {
            /** @description 第几版 */
            number: number;
            /** @description 说明；没有写的为空 */
            note: string;
            /** @description 退回到的是第几版；不是退回的是0 */
            restores: number;
            /** @description 谁发布的；第1版是随程序来的，为空 */
            by_name: string;
            /** @description 谁确认的；不用第二个人确认的为空 */
            confirmed_by: string;
            /** @description 什么时候发布的；第1版为空 */
            at: string | null;
            /** @description 和随附的文件有几个条目不同 */
            edited: number;
            /** @description 当时的事项库版本，和告知单、办件上写的一样；第1版为空 */
            catalogue_version: string;
            /** @description 正在用的这一版 */
            running: boolean;
        };
        /**
         * @example {
         *       "running": 2,
         *       "releases": [
         *         {
         *           "number": 2,
         *           "note": "冬天的说法",
         *           "restores": 0,
         *           "by_name": "陈知",
         *           "confirmed_by": "",
         *           "at": "2026-11-20T16:00:00+08:00",
         *           "edited": 4,
         *           "catalogue_version": "3f2a9c1d",
         *           "running": true
         *         },
         *         {
         *           "number": 1,
         *           "note": "随程序来的文件",
         *           "restores": 0,
         *           "by_name": "",
         *           "confirmed_by": "",
         *           "at": null,
         *           "edited": 0,
         *           "catalogue_version": "",
         *           "running": false
         *         }
         *       ],
         *       "unpublished": [
         *         {
         *           "kind": "item",
         *           "kind_name": "事项",
         *           "id": "food_business.new",
         *           "name": "食品经营许可（新办）",
         *           "differences": [
         *             {
         *               "change": "added",
         *               "part": "说法",
         *               "before": "",
         *               "after": "社区老年食堂怎么申请",
         *               "line": "加了说法「社区老年食堂怎么申请」"
         *             }
         *           ]
         *         }
         *       ],
         *       "unpublished_total": 1,
         *       "own_conversations": 3,
         *       "publishing": null
         *     }
         */
        Releases: {
            /** @description 正在用的是第几版 */
            running: number;
            /** @description 最近的在前 */
            releases: components["schemas"]["ReleaseLine"][];
            /** @description 发布以后又改了的，最多200条 */
            unpublished: components["schemas"]["EntryDifferenceView"][];
            /** @description 一共几条 */
            unpublished_total: number;
            /** @description 自己留的回归测试有几段；没有就只演随程序来的 */
            own_conversations: number;
            /** @description 正在做的，或者最近一次的发布；没有的为空 */
            publishing: components["schemas"]["PublishingView"] | null;
        };
        ReplyButton: {
            /** @description 序号 */
            number: number;
            /** @description 选项 */
            label: string;
            /** @description 括号里的说明；没有的为空 */
            note: string;
            /** @description 选了等于说的话 */
            says: string;
        };
        ReplyInShapes: {
            /** @description 网页上的几段话，卡片和选项另外显示 */
            page: string[];
            /** @description 网页上可以点的 */
            options: components["schemas"]["ReplyButton"][];
            /** @description 网页上的卡片是哪一种；没有的为空 */
            card: string;
            /** @description 微信里的几条消息 */
            wechat: string[];
            /** @description 纯文字 */
            text: string;
        };
        /**
         * @example {
         *       "kind": "penalty",
         *       "case": "261123000018",
         *       "day": "2027-03-02",
         *       "document": "东市监罚〔2027〕31号",
         *       "text": "超出许可的经营项目，罚款5,000元",
         *       "key": "desk/7f3a9c21"
         *     }
         */
        Report: {
            /**
             * @description penalty 行政处罚、inspection 检查结果、policy 政策变化
             * @enum {string}
             */
            kind: "penalty" | "inspection" | "policy";
            /**
             * @description 办件编号；政策变化不写
             * @default
             */
            case?: string;
            /**
             * @description 政策变化说的是哪个事项，业务办理项的编号
             * @default
             */
            item?: string;
            /**
             * Format: date
             * @description 哪一天的
             */
            day: string;
            /**
             * @description 决定书、检查记录或者文件的文号
             * @default
             */
            document?: string;
            /** @description 检查合不合格，只用于检查结果 */
            passed?: boolean | null;
            /**
             * @description 说明
             * @default
             */
            text?: string;
            /** @description 这一条的编号，页面给的；重发不会重复 */
            key: string;
        };
        RequestCorrection: {
            /**
             * @description 需要补正的全部内容，一次写全
             * @default []
             */
            points?: components["schemas"]["CorrectionPoint"][];
            /** @description 最晚哪一天补齐；不写就没有期限 */
            correct_by?: string | null;
            /**
             * @description 补正通知书的文号
             * @default
             */
            document?: string;
        };
        /** @description 要求补正（request_correction） */
        RequestCorrectionLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "request_correction";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["RequestCorrection"];
        };
        /**
         * @description 要求补正（request_correction）
         * @example {
         *       "version": 2,
         *       "data": {
         *         "points": [
         *           {
         *             "material": "food_operation.application",
         *             "name": "食品经营许可申请书",
         *             "what": "没有签名，请补签",
         *             "reason": ""
         *           }
         *         ],
         *         "correct_by": "2026-12-07",
         *         "document": "东市监补〔2026〕5号"
         *       }
         *     }
         */
        RequestCorrectionRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "points": [],
             *       "document": ""
             *     }
             */
            data?: components["schemas"]["RequestCorrection"];
        };
        /** @enum {string} */
        RequestOutcome: "taken" | "partly" | "declined";
        /** @enum {string} */
        RequestState: "unfinished" | "open" | "answered";
        /**
         * @example {
         *       "keys": [
         *         "told/bade3d8bcaf2e49d5e8e6a5351c197cf0d4f5358add06ae0ec39283f5031ba1c"
         *       ]
         *     }
         */
        Requeue: {
            /** @description 要重新发送的消息编号 */
            keys: string[];
        };
        /**
         * @example {
         *       "requeued": [
         *         "told/bade3d8bcaf2e49d5e8e6a5351c197cf0d4f5358add06ae0ec39283f5031ba1c"
         *       ],
         *       "left": []
         *     }
         */
        Requeued: {
            /** @description 已经重新排队的消息编号 */
            requeued: string[];
            /** @description 不用或不能重新发送、保持原样的消息编号 */
            left: string[];
        };
        /**
         * @example {
         *       "keys": [
         *         "result/48b5340742a8b31afaee96af381d40a148d8f229abcc7ee62f4cdd940fd6e77d"
         *       ]
         *     }
         */
        ResultClaim: {
            /** @description 要认领的结果的 key */
            keys: string[];
        };
        ResultFile: {
            /** @description 多少字节 */
            size: number;
            /** @description 几页 */
            pages: number;
        };
        ResultLine: {
            /** @description 顺序号，翻页用 */
            id: number;
            /** @description 认领用的编号 */
            key: string;
            /** @description 办件编号 */
            case: string;
            /** @description 事项名称 */
            item: string;
            /** @description 遮盖后的申请人姓名；没有时为空文字 */
            applicant: string;
            /** @description 发生了什么：决定、制作结果、撤销等 */
            act_name: string;
            /** @description 准予或者不予批准；没有决定时为空文字 */
            outcome_name: string;
            /** @description 决定书的文号；没有时为空文字 */
            document: string;
            /** @description 证照的名称和编号；没有时为空文字 */
            certificate: string;
            /** @description 证照有效期到哪一天；长期有效或者没有证照时为空 */
            valid_until: string | null;
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /** @description 什么时候认领的；还没有时为空 */
            claimed_at: string | null;
            /** @description 谁认领的，账号；还没有时为空文字 */
            claimed_by: string;
        };
        /**
         * @example {
         *       "results": [
         *         {
         *           "id": 5,
         *           "key": "result/48b5340742a8b31afaee96af381d40a148d8f229abcc7ee62f4cdd940fd6e77d",
         *           "case": "261123000018",
         *           "item": "食品经营许可（新办）",
         *           "applicant": "陈**",
         *           "act_name": "制作结果",
         *           "outcome_name": "准予",
         *           "document": "东市监准字〔2026〕18号",
         *           "certificate": "食品经营许可证 JY20261123",
         *           "valid_until": "2031-11-22",
         *           "at": "2026-11-23T09:30:00+08:00",
         *           "claimed_at": null,
         *           "claimed_by": ""
         *         }
         *       ],
         *       "waiting": 1,
         *       "next": null
         *     }
         */
        ResultLines: {
            /** @description 这一页的结果，先出的在前 */
            results: components["schemas"]["ResultLine"][];
            /** @description 本部门还没有认领的件数 */
            waiting: number;
            /** @description 取下一页时作为 after；没有下一页时为空 */
            next: number | null;
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
        /**
         * @example {
         *       "claimed": [
         *         "result/48b5340742a8b31afaee96af381d40a148d8f229abcc7ee62f4cdd940fd6e77d"
         *       ]
         *     }
         */
        ResultsClaimed: {
            /** @description 认领了的 key，以前认领过的也在里面 */
            claimed: string[];
        };
        /** @description 退件. */
        Return: {
            /** @description 退件的理由：not_corrected 没有按期补齐、duplicate 同一件事已经提交过 */
            ground: components["schemas"]["ReturnGround"];
            /**
             * @description 具体原因
             * @default
             */
            reason?: string;
            /**
             * @description 重复的是哪个办件，写办件编号
             * @default
             */
            duplicate_of?: string;
        };
        /** @enum {string} */
        ReturnGround: "not_corrected" | "duplicate";
        /** @description 退件（return） */
        ReturnLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "return";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Return"];
        };
        /**
         * @description 退件（return）
         * @example {
         *       "version": 3,
         *       "data": {
         *         "ground": "duplicate",
         *         "reason": "同一家店已经提交过",
         *         "duplicate_of": "261123000018"
         *       }
         *     }
         */
        ReturnRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["Return"];
        };
        Review: {
            /** @description 审查意见：grant 准予、deny 不予 */
            outcome: components["schemas"]["Outcome"];
            /**
             * @description 意见
             * @default
             */
            opinion?: string;
            /**
             * @description 事项要求勘验论证而没有做的，为什么不用做
             * @default
             */
            without_examination?: string;
        };
        /** @description 审查（review） */
        ReviewLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "review";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Review"];
        };
        /**
         * @description 审查（review）
         * @example {
         *       "version": 6,
         *       "data": {
         *         "outcome": "grant",
         *         "opinion": "材料齐全，符合条件"
         *       }
         *     }
         */
        ReviewRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["Review"];
        };
        /** @description 撤销, art. 69. */
        Revoke: {
            /**
             * @description 撤销的理由
             * @default
             */
            reason?: string;
            /**
             * @description 依据的法律条文
             * @default
             */
            basis?: string;
        };
        /** @description 撤销（revoke） */
        RevokeLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "revoke";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Revoke"];
        };
        /**
         * @description 撤销（revoke）
         * @example {
         *       "version": 11,
         *       "data": {
         *         "reason": "以欺骗手段取得",
         *         "basis": "《行政许可法》第六十九条第二款"
         *       }
         *     }
         */
        RevokeRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "reason": "",
             *       "basis": ""
             *     }
             */
            data?: components["schemas"]["Revoke"];
        };
        /** @enum {string} */
        Role: "applicant" | "window" | "reviewer" | "approver" | "supervisor" | "tuner" | "administrator" | "regulator" | "partner" | "system";
        /**
         * @example {
         *       "roles": [
         *         {
         *           "id": "window",
         *           "name": "受理窗口",
         *           "scope": "window",
         *           "scope_name": "本窗口"
         *         }
         *       ]
         *     }
         */
        RoleList: {
            /** @description 可以给账号的全部身份 */
            roles: components["schemas"]["RoleView"][];
        };
        RoleView: {
            /** @description 身份代号 */
            id: string;
            /** @description 身份名称 */
            name: string;
            /** @description 看得到哪些办件：window 本窗口、department 本部门、all 全部、none 无 */
            scope: string;
            /** @description 看得到哪些办件，写给人看 */
            scope_name: string;
        };
        /**
         * @example {
         *       "note": "说法加错了"
         *     }
         */
        RollbackWanted: {
            /**
             * @description 这一版改了什么、为什么，给同事看；可以不写
             * @default
             */
            note?: string;
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
        SaidAt: {
            /** @description 那句话，个人信息已经换成记号 */
            text: string;
            /** @description 它前面说的几句，早的在前 */
            before: string[];
            /** @description 哪一种时刻，代号 */
            moment: components["schemas"]["Moment"];
            /** @description 哪一种时刻 */
            moment_name: string;
            /** @description 从哪个渠道说的 */
            channel: string;
            /**
             * Format: date-time
             * @description 什么时候说的
             */
            at: string;
        };
        SaidGroup: {
            /** @description 这一组里的说法，说得最多的在前，最多200种 */
            texts: string[];
            /** @description 一共说了几次 */
            count: number;
            /** @description 近7天几次 */
            lately: number;
            /** @description 再前7天几次 */
            earlier: number;
            /** @description 各是哪一种时刻 */
            moments: components["schemas"]["MomentCount"][];
            /** @description 最近的几次，连同前面几句 */
            examples: components["schemas"]["SaidAt"][];
            /** @description 怎么处理的：空的还没有处理，assigned 归到了一个条目，ignored 不管 */
            outcome: string;
            /** @description 怎么处理的，一句话：归到哪里、谁、为什么；没有处理的为空 */
            settled: string;
        };
        SavedSentence: {
            /** @description 编号 */
            id: string;
            /** @description 只给哪个事项用，编号；空的是任何事项 */
            item: string;
            /** @description 只给哪份材料用，编号；空的是任何材料 */
            material: string;
            /** @description 句子，花括号里的用的时候由告知单填 */
            text: string;
            /** @description 最后是谁写的，账号 */
            account: string;
            /**
             * Format: date-time
             * @description 最后什么时候写的
             */
            changed_at: string;
            /** @description 版本，改的时候带上 */
            version: number;
        };
        /**
         * @example {
         *       "sentences": [
         *         {
         *           "id": "lRvDuvWPeXRK",
         *           "item": "food_operation.new",
         *           "material": "food_operation.application",
         *           "text": "「{材料}」第二页没有签名，请补签。",
         *           "account": "HKV233",
         *           "changed_at": "2026-11-23T10:05:00+08:00",
         *           "version": 1
         *         }
         *       ]
         *     }
         */
        SavedSentences: {
            /** @description 本部门的常用语 */
            sentences: components["schemas"]["SavedSentence"][];
        };
        SavedView: {
            /** @description 编号 */
            id: string;
            /** @description 名称 */
            name: string;
            /** @description 条件，看待办时带上 */
            filter: components["schemas"]["CaseFilter"];
        };
        /**
         * @example {
         *       "views": [
         *         {
         *           "id": "lRvDuvWPeXRK",
         *           "name": "我的快到期",
         *           "filter": {
         *             "claimed_by": "me",
         *             "due_before": "2026-11-27"
         *           }
         *         }
         *       ]
         *     }
         */
        SavedViews: {
            /** @description 您存的，按名称 */
            views: components["schemas"]["SavedView"][];
        };
        /** @description 退回再审（send_back） */
        SendBackLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "send_back";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Reason"];
        };
        /**
         * @description 退回再审（send_back）
         * @example {
         *       "version": 7,
         *       "data": {
         *         "reason": "缺现场勘验的意见"
         *       }
         *     }
         */
        SendBackRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "reason": ""
             *     }
             */
            data?: components["schemas"]["Reason"];
        };
        SendOut: {
            /**
             * @description 分送哪些部门，部门编号
             * @default []
             */
            departments?: string[];
            /**
             * @description 几个工作日内出具意见；0是联办的期限
             * @default 0
             */
            days?: number;
        };
        /** @description 分送各部门（send_out） */
        SendOutLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "send_out";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["SendOut"];
        };
        /**
         * @description 分送各部门（send_out）
         * @example {
         *       "version": 3,
         *       "data": {
         *         "departments": [
         *           "health",
         *           "fire"
         *         ],
         *         "days": 5
         *       }
         *     }
         */
        SendOutRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "departments": [],
             *       "days": 0
             *     }
             */
            data?: components["schemas"]["SendOut"];
        };
        /**
         * @example {
         *       "text": "「{材料}」每一页都要签名，请补签。",
         *       "version": 1
         *     }
         */
        SentenceChange: {
            /** @description 改成这一句 */
            text: string;
            /** @description 您看到的版本；别人先改过就答复409 */
            version: number;
        };
        /**
         * @example {
         *       "item": "food_operation.new",
         *       "material": "food_operation.application",
         *       "text": "「{材料}」第二页没有签名，请补签。"
         *     }
         */
        SentenceRequest: {
            /**
             * @description 只给这个事项用的，写业务办理项的编号；不写是任何事项
             * @default
             */
            item?: string;
            /**
             * @description 只给这份材料用的，写材料编号；不写是任何材料
             * @default
             */
            material?: string;
            /** @description 句子；不写姓名和号码，可以用 {材料} {标准} {形式} {份数}，由告知单填 */
            text: string;
        };
        /**
         * @example {
         *       "account": "7LQGME",
         *       "name": "王芳",
         *       "department": "河东县市场监督管理局",
         *       "windows": [
         *         {
         *           "id": "market",
         *           "name": "市场监管窗口"
         *         }
         *       ],
         *       "roles": [
         *         {
         *           "role": "window",
         *           "name": "受理窗口"
         *         }
         *       ],
         *       "must_change_password": false,
         *       "code": "none",
         *       "csrf_token": "3f6c1f0c5b8e4a0f9d2e7b6a1c4d8e9f0a1b2c3d4e5f60718293a4b5c6d7e8f9",
         *       "idle_ends_at": "2026-11-23T10:00:00+08:00",
         *       "ends_at": "2026-11-23T21:30:00+08:00"
         *     }
         */
        Session: {
            /** @description 账号编号 */
            account: string;
            /** @description 姓名 */
            name: string;
            /** @description 部门名称 */
            department: string;
            /** @description 负责的窗口 */
            windows: components["schemas"]["SessionWindow"][];
            /** @description 身份 */
            roles: components["schemas"]["SessionRole"][];
            /** @description 用的是一次性密码：改好以前，别的接口都答 session.change_password */
            must_change_password: boolean;
            /** @description 手机动态验证码：off 本中心不用、none 没有设、due 要先设好（以前别的接口都答 session.code_setup）、on 设了 */
            code: string;
            /** @description 会改动内容的请求要在 X-CSRF-Token 头里带上它；这次登录里不变 */
            csrf_token: string;
            /**
             * Format: date-time
             * @description 一直不用的话，什么时候结束；读这个接口不算用
             */
            idle_ends_at: string;
            /**
             * Format: date-time
             * @description 一直在用，最晚什么时候结束
             */
            ends_at: string;
        };
        SessionRole: {
            /** @description 身份代号 */
            role: string;
            /** @description 身份名称 */
            name: string;
        };
        SessionWindow: {
            /** @description 窗口编号 */
            id: string;
            /** @description 窗口名称 */
            name: string;
        };
        /**
         * @example {
         *       "texts": [
         *         "户口本丢了怎么办",
         *         "户口本不见了咋办"
         *       ],
         *       "outcome": "assigned",
         *       "kind": "item",
         *       "id": "household_register.reissue",
         *       "phrasings": [
         *         "户口本不见了咋办"
         *       ],
         *       "why": ""
         *     }
         */
        SettleWanted: {
            /** @description 哪几句，照列出来的写 */
            texts: string[];
            /**
             * @description assigned 归到一个条目并加为说法，ignored 不管，空的退回没有处理
             * @enum {string}
             */
            outcome: "assigned" | "ignored" | "";
            /** @description 归到哪一种条目 */
            kind?: components["schemas"]["EntryKind"] | null;
            /**
             * @description 归到的条目的编号
             * @default
             */
            id?: string;
            /**
             * @description 其中哪几句加为这个条目的说法；不加的不写
             * @default []
             */
            phrasings?: string[];
            /**
             * @description 为什么不管
             * @default
             */
            why?: string;
        };
        /**
         * @example {
         *       "sentences": 29,
         *       "added": 1
         *     }
         */
        Settled: {
            /** @description 处理了几次说的话 */
            sentences: number;
            /** @description 加了几种说法 */
            added: number;
        };
        /** @enum {string} */
        Severity: "mend" | "warn";
        /**
         * @example {
         *       "material": "shared_licence",
         *       "found": "agrees",
         *       "note": "名称、住所和申请书一致。"
         *     }
         */
        SharedCheck: {
            /** @description 材料编号，在告知单的免提交清单里 */
            material: string;
            /** @description agrees 一致、differs 不一致、none 没有查到 */
            found: components["schemas"]["SharedFinding"];
            /**
             * @description 哪里一致或者不一致；加密保存，申请人看不到
             * @default
             */
            note?: string;
        };
        SharedCheckView: {
            /** @description agrees 一致、differs 不一致、none 没有查到 */
            found: components["schemas"]["SharedFinding"];
            /** @description 结果的中文 */
            found_label: string;
            /** @description 说明；没有写时为空文字 */
            note: string;
            /** @description 谁核对的，账号 */
            account: string;
            /** @description 谁核对的，姓名 */
            name: string;
            /**
             * Format: date-time
             * @description 什么时候核对的
             */
            at: string;
        };
        /** @enum {string} */
        SharedFinding: "agrees" | "differs" | "none";
        SharedPaper: {
            /** @description 材料编号 */
            material: string;
            /** @description 材料名称 */
            name: string;
            /** @description 共享数据的部门 */
            holder: string;
            /** @description 核对过的，后核对的在前 */
            checks: components["schemas"]["SharedCheckView"][];
        };
        /**
         * @example {
         *       "number": "261123000018",
         *       "papers": [
         *         {
         *           "material": "shared_licence",
         *           "name": "营业执照",
         *           "holder": "市场监督管理部门",
         *           "checks": [
         *             {
         *               "found": "agrees",
         *               "found_label": "和申请的一致",
         *               "note": "名称、住所和申请书一致。",
         *               "account": "CYWDE4",
         *               "name": "张敏",
         *               "at": "2026-11-24T09:30:00+08:00"
         *             }
         *           ]
         *         }
         *       ],
         *       "unchecked": 0
         *     }
         */
        SharedPapers: {
            /** @description 办件编号 */
            number: string;
            /** @description 免提交的材料 */
            papers: components["schemas"]["SharedPaper"][];
            /** @description 还没有核对的份数 */
            unchecked: number;
        };
        /**
         * @example {
         *       "entries": 12
         *     }
         */
        SheetTaken: {
            /** @description 改了几个条目；只检查的是要改几个 */
            entries: number;
        };
        ShiftedLimit: {
            /** @description 办件编号 */
            number: string;
            /** @description 事项名称 */
            item: string;
            /** @description 哪个期限 */
            what: string;
            /** @description 原来哪一天到期；原来算不出的为空 */
            before: string | null;
            /** @description 改到哪一天；改完算不出的为空 */
            after: string | null;
        };
        /**
         * @example {
         *       "fields": [
         *         "phone"
         *       ]
         *     }
         */
        ShowRequest: {
            /** @description 要看原文的联系信息的种类，例如 phone、id_number；每看一次都记一条 */
            fields: string[];
        };
        /**
         * @example {
         *       "contact": {
         *         "phone": "13866496171"
         *       }
         *     }
         */
        Shown: {
            /** @description 联系信息原文：种类到内容 */
            contact: {
                [key: string]: string;
            };
        };
        /**
         * @example {
         *       "account": "7LQGME",
         *       "password": "柳树河边的三只白鹅2026"
         *     }
         */
        SignIn: {
            /** @description 账号编号，大小写都行 */
            account: string;
            /**
             * Format: password
             * @description 密码
             */
            password: string;
            /** @description 手机上的六位动态验证码；答 session.code_wanted 以后再带上 */
            code?: string | null;
        };
        /** @enum {string} */
        SlipKind: "receipt" | "collection" | "delivery";
        /** @enum {string} */
        Sort: "due" | "newest" | "oldest";
        /**
         * @description 来源渠道.
         * @enum {string}
         */
        Source: "申请人自备" | "政府部门核发" | "其他";
        /** @enum {string} */
        Speaker: "applicant" | "interested";
        /** @enum {string} */
        SpecialKind: "hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expert_review";
        /** @enum {string} */
        Stage: "receive" | "accept" | "correcting" | "work" | "special" | "done";
        StartSpecial: {
            /** @description 哪一种特别程序（行政许可法第四十五条），例如 hearing 听证、expert_review 专家评审 */
            kind: components["schemas"]["SpecialKind"];
            /**
             * @description 告知申请人需要几个工作日
             * @default 0
             */
            expected_days?: number;
            /**
             * @description 为什么需要
             * @default
             */
            reason?: string;
            /**
             * @description 书面告知的文号
             * @default
             */
            notice?: string;
        };
        /** @description 启动特别程序（start_special） */
        StartSpecialLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "start_special";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["StartSpecial"];
        };
        /**
         * @description 启动特别程序（start_special）
         * @example {
         *       "version": 3,
         *       "data": {
         *         "kind": "hearing",
         *         "expected_days": 10,
         *         "reason": "利害关系人要求听证",
         *         "notice": "东市监听〔2026〕2号"
         *       }
         *     }
         */
        StartSpecialRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["StartSpecial"];
        };
        Submit: {
            /** @description 提交那天对这个办件适用的期限、程序和材料；没有时不计期限 */
            terms?: components["schemas"]["Terms"] | null;
            /**
             * @description 分派到的窗口的编号
             * @default
             */
            window?: string;
            /**
             * @description 承办部门的编号
             * @default
             */
            department?: string;
            /**
             * @description 选窗口的规则的代号
             * @default
             */
            rule?: string;
            /**
             * @description 申请人同意的承诺是哪一版；窗口收的纸质承诺为空
             * @default
             */
            declaration?: string;
            /**
             * @description 申请人同意的个人信息告知是哪一版；没有经过告知的渠道为空
             * @default
             */
            privacy?: string;
            /**
             * @description 申请人想怎么拿结果：counter、post、place；没有选为空
             * @default
             */
            result_way?: string;
            /**
             * @description 就近取件选的地点；没有选为空
             * @default
             */
            result_place?: string;
        };
        /** @description 提交（submit） */
        SubmitLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "submit";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Submit"];
        };
        /**
         * @example {
         *       "groups": [
         *         {
         *           "stage": "receive",
         *           "label": "待收件",
         *           "count": 3
         *         },
         *         {
         *           "stage": "accept",
         *           "label": "待受理",
         *           "count": 5
         *         },
         *         {
         *           "stage": "correcting",
         *           "label": "补正中",
         *           "count": 2
         *         },
         *         {
         *           "stage": "work",
         *           "label": "在办",
         *           "count": 14
         *         },
         *         {
         *           "stage": "special",
         *           "label": "特别程序",
         *           "count": 1
         *         },
         *         {
         *           "stage": "done",
         *           "label": "办结",
         *           "count": 6
         *         }
         *       ],
         *       "mine": 4,
         *       "waiting_for_us": 0,
         *       "windows": [
         *         {
         *           "id": "market",
         *           "number": "12号",
         *           "name": "市场监管窗口"
         *         }
         *       ],
         *       "as_of": "2026-11-23T09:45:00+08:00"
         *     }
         */
        Summary: {
            /** @description 各个分组的件数，按办理的先后 */
            groups: components["schemas"]["GroupCount"][];
            /** @description 您认领了、还没有办完的 */
            mine: number;
            /** @description 别的部门分送过来、等本部门出具意见的 */
            waiting_for_us: number;
            /** @description 您的窗口 */
            windows: components["schemas"]["WindowName"][];
            /**
             * Format: date-time
             * @description 什么时候数的
             */
            as_of: string;
        };
        /** @description 补交后补材料（supplement） */
        SupplementLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "supplement";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Materials"];
        };
        /**
         * @description 补交后补材料（supplement）
         * @example {
         *       "version": 4,
         *       "data": {
         *         "materials": [
         *           "food_operation.rules"
         *         ]
         *       }
         *     }
         */
        SupplementRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "materials": []
             *     }
             */
            data?: components["schemas"]["Materials"];
        };
        TalkEntry: {
            /** @description 人工对话的编号 */
            id: string;
            /**
             * @description waiting 在等人接、held 有人接着、别的是已经结束
             * @enum {string}
             */
            state: "none" | "closed" | "waiting" | "held" | "missed" | "back" | "idle" | "left";
            /** @description 状态的名称 */
            state_label: string;
            /** @description 正在办的事项；还没有选定时为空 */
            item: string;
            /** @description 从哪个渠道来的 */
            channel: string;
            /**
             * Format: date-time
             * @description 什么时候要的人工
             */
            asked_at: string;
            /**
             * Format: date-time
             * @description 从什么时候开始等
             */
            waits_since: string;
            /** @description 谁接着，账号；没有人接时为空 */
            account: string;
            /** @description 接的人的姓名 */
            name: string;
            /** @description 是您接着的 */
            mine: boolean;
            /** @description 正在办的事归您的窗口或者部门 */
            ours: boolean;
            /** @description 办事人说了话，还没有回 */
            unanswered: boolean;
        };
        TalkLine: {
            /** @description 顺序号 */
            id: number;
            /**
             * @description applicant 办事人、assistant 办事助手、officer 工作人员、notice 系统告诉办事人的
             * @enum {string}
             */
            speaker: "applicant" | "assistant" | "officer" | "notice";
            /** @description 工作人员的姓名，办事人看不到；别的为空 */
            name: string;
            /** @description 说的话，个人信息已经换成记号 */
            text: string;
            /**
             * Format: date-time
             * @description 什么时候说的
             */
            at: string;
        };
        TalkQueue: {
            /** @description 现在是上班时间，要人工的会排进来 */
            open_now: boolean;
            /** @description 您的身份可以接 */
            may_take: boolean;
            /** @description 等几分钟没有人接，就告诉办事人没有接上 */
            wait_min: number;
            /**
             * Format: date-time
             * @description 服务现在的时间，等了多久按它算
             */
            now: string;
            /** @description 在等的，等得久的在前，归您的窗口和部门的最前 */
            waiting: components["schemas"]["TalkEntry"][];
            /** @description 有人接着的；督查看全部，别人只看自己的 */
            held: components["schemas"]["TalkEntry"][];
            /** @description 要打的回电 */
            callbacks_open: number;
            /** @description 其中已经过了期限的 */
            callbacks_overdue: number;
        };
        TaskView: {
            /** @description 部门的编号 */
            department: string;
            /** @description 部门名称 */
            name: string;
            /**
             * Format: date
             * @description 哪一天分送的
             */
            sent: string;
            /** @description 哪一天以前出具意见；停着的时候为空 */
            due: string | null;
            /** @description 哪一天出具的；还没有时为空 */
            answered: string | null;
            /** @description 同意；还没有出具时为空 */
            agrees: boolean | null;
            /** @description 意见；还没有出具时为空 */
            opinion: string;
            /** @description 还剩几天，或者用了几天，一句话 */
            left: string;
            /** @description 最慢的那个部门；牵头的人才看得到 */
            slowest: boolean;
        };
        /** @description 告知利害关系人. */
        TellInterested: {
            /**
             * @description 关系到哪些人的什么利益；不写姓名和号码，例如 楼上住户的油烟和噪声
             * @default
             */
            interest?: string;
            /**
             * @description 告知了几个利害关系人
             * @default 0
             */
            people?: number;
            /**
             * @description 关系重大利益，告知了有要求听证的权利（行政许可法第四十七条）
             * @default false
             */
            hearing?: boolean;
            /**
             * @description 告知书的文号
             * @default
             */
            notice?: string;
        };
        /** @description 告知利害关系人（tell_interested） */
        TellInterestedLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "tell_interested";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["TellInterested"];
        };
        /**
         * @description 告知利害关系人（tell_interested）
         * @example {
         *       "version": 3,
         *       "data": {
         *         "interest": "楼上住户的油烟和噪声",
         *         "people": 3,
         *         "hearing": true,
         *         "notice": "东市监告〔2026〕2号"
         *       }
         *     }
         */
        TellInterestedRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "interest": "",
             *       "people": 0,
             *       "hearing": false,
             *       "notice": ""
             *     }
             */
            data?: components["schemas"]["TellInterested"];
        };
        TemporaryWindow: {
            /**
             * @description 固定为 temporary_window：临时窗口 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "temporary_window";
            /** @description 窗口上的号码，例如 41号 */
            number: string;
            /** @description 窗口名称 */
            name: string;
            /** @description 在哪个办事地点，编号 */
            site: string;
            /**
             * @description 楼层
             * @default
             */
            floor?: string;
            /**
             * @description 电话；不写就用办事地点的
             * @default
             */
            phone?: string;
            /**
             * @description 受理哪些部门的事项，编号
             * @default []
             */
            departments?: string[];
            /**
             * @description 专门受理的事项，编号
             * @default []
             */
            items?: string[];
            /** @description 开放的日子 */
            dates: string[];
            /** @description 几点开，例如 09:00 */
            opens: string;
            /** @description 几点关 */
            closes: string;
        };
        TermLimit: {
            /** @description 多少，单位见 unit */
            days: number;
            /**
             * @description 时限单位
             * @default 工作日
             */
            unit?: components["schemas"]["Unit"];
            /**
             * @description 按哪一条规定
             * @default
             */
            rule?: string;
        };
        Terminate: {
            /** @description 终止的法定理由：applicant_gone 申请人死亡或终止、object_gone 对象灭失、law_changed 法律有变化、other_law 其他法定情形 */
            ground: components["schemas"]["TerminationGround"];
            /**
             * @description 具体原因
             * @default
             */
            reason?: string;
            /**
             * @description 依据的法律条文
             * @default
             */
            basis?: string;
        };
        /** @description 终止办理（terminate） */
        TerminateLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "terminate";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Terminate"];
        };
        /**
         * @description 终止办理（terminate）
         * @example {
         *       "version": 4,
         *       "data": {
         *         "ground": "object_gone",
         *         "reason": "经营场所已经拆除",
         *         "basis": "《行政许可法》第七十条"
         *       }
         *     }
         */
        TerminateRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /** @description 操作的内容 */
            data: components["schemas"]["Terminate"];
        };
        /** @enum {string} */
        TerminationGround: "applicant_gone" | "object_gone" | "law_changed" | "other_law";
        Terms: {
            /**
             * @description 业务办理项编号
             * @default
             */
            item?: string;
            /**
             * @description 事项类型
             * @default 行政许可
             */
            type?: components["schemas"]["ItemType"];
            /**
             * @description 办件类型：即办件、承诺件
             * @default 承诺件
             */
            kind?: components["schemas"]["CaseKind"];
            /**
             * @description 承办部门的编号
             * @default
             */
            department?: string;
            /** @description 法定办结时限；事项没有规定时为空，按法律的一般规定算 */
            legal?: components["schemas"]["TermLimit"] | null;
            /** @description 承诺办结时限；没有承诺时为空 */
            promised?: components["schemas"]["TermLimit"] | null;
            /** @description 事项自己的规定可以延长多少；没有规定时为空，只有按许可法第四十二条算的才可以延长 */
            extension?: components["schemas"]["TermLimit"] | null;
            /**
             * @description 并联审批一起办的部门，部门编号
             * @default []
             */
            joint_with?: string[];
            /**
             * @description 有现场勘验
             * @default false
             */
            on_site?: boolean;
            /**
             * @description 有专家论证
             * @default false
             */
            expert?: boolean;
            /**
             * @description 超时默许
             * @default false
             */
            silence_is_consent?: boolean;
            /** @description 谁可以一个人当场决定；为空时一审一核 */
            on_spot?: components["schemas"]["Role"] | null;
            /**
             * @description 当场决定的依据
             * @default
             */
            on_spot_basis?: string;
            /**
             * @description 逐级上报到哪个上级机关；本级决定的为空文字
             * @default
             */
            passed_up_to?: string;
            /**
             * @description 延续证照的，许可法第五十条管得到
             * @default false
             */
            renewal?: boolean;
            /** @description 延续的，原来的证照到哪一天 */
            valid_until?: string | null;
            /** @description 延续要提前多久申请；事项没有规定时为空，按《行政许可法》第五十条 */
            renew_before?: components["schemas"]["TermLimit"] | null;
            /**
             * @description 告知单上的材料编号
             * @default []
             */
            materials?: string[];
            /**
             * @description 其中容缺后补还没有交的
             * @default []
             */
            later?: string[];
        };
        /**
         * @example {
         *       "id": "M743PRWH",
         *       "account": "HKV233",
         *       "token": "ywtb_EXAMPLE-only-not-a-token-0123456789abcdefghij",
         *       "expires_at": "2027-05-22T09:30:00+08:00"
         *     }
         */
        TokenMade: {
            /** @description 令牌的编号，作废时用它 */
            id: string;
            /** @description 账号编号 */
            account: string;
            /** @description 令牌本身，只给这一次；不要写进网址、邮件和聊天记录 */
            token: string;
            /** @description 有效到什么时候；长期有效的为空 */
            expires_at: string | null;
        };
        TokenView: {
            /** @description 令牌的编号，不是令牌本身 */
            id: string;
            /** @description 给哪个程序用的；没有写的为空 */
            name: string;
            /** @description good 有效、expired 过期、revoked 已吊销 */
            state: string;
            /**
             * Format: date-time
             * @description 什么时候发的
             */
            created_at: string;
            /** @description 有效到什么时候；长期有效的为空 */
            expires_at: string | null;
            /** @description 最近一次使用，精确到小时 */
            used_at: string | null;
        };
        /**
         * @example {
         *       "days": 180
         *     }
         */
        TokenWanted: {
            /**
             * @description 给哪个程序用，例如 叫号屏；方便以后认出来
             * @default
             */
            name?: string;
            /** @description 几天后过期；不写就不过期 */
            days?: number | null;
        };
        Transfer: {
            /**
             * @description 转到哪个窗口，窗口编号
             * @default
             */
            to_window?: string;
            /**
             * @description 转到哪个部门，部门编号；不写就不变
             * @default
             */
            to_department?: string;
            /**
             * @description 转办的原因
             * @default
             */
            reason?: string;
        };
        /** @description 转办（transfer） */
        TransferLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "transfer";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Transfer"];
        };
        /**
         * @description 转办（transfer）
         * @example {
         *       "version": 2,
         *       "data": {
         *         "to_window": "unified",
         *         "reason": "一件事由综合窗口收"
         *       }
         *     }
         */
        TransferRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "to_window": "",
             *       "to_department": "",
             *       "reason": ""
             *     }
             */
            data?: components["schemas"]["Transfer"];
        };
        TransitionTable: {
            /** @description 状态代号到中文名称 */
            states: {
                [key: string]: string;
            };
            /** @description 身份代号到中文名称 */
            roles: {
                [key: string]: string;
            };
            /** @description 流转表的每一行 */
            transitions: components["schemas"]["TransitionView"][];
        };
        TransitionView: {
            /** @description 在哪个状态下，代号；空的是提交以前 */
            state: components["schemas"]["CaseState"] | null;
            /** @description 操作的代号 */
            act: components["schemas"]["Act"];
            /** @description 操作的中文名称 */
            name: string;
            /** @description 哪些身份可以做，代号 */
            roles: string[];
            /** @description 做完到哪个状态，代号 */
            next: string;
            /** @description 办件经过里怎么写 */
            done: string;
            /** @description 告诉申请人什么 */
            told: string;
        };
        TriedSentence: {
            /** @description 表里第几行 */
            row: number;
            /** @description 说法，个人信息已经换成记号 */
            said: string;
            /** @description 应该是什么；没有写的为空 */
            meant: string;
            /** @description 听成了什么 */
            heard: string;
            /** @description 对不对：最像的就是它，或者列出来选的里面有；没有写应该是什么的为空 */
            right: boolean | null;
        };
        /**
         * @example {
         *       "sentences": [
         *         {
         *           "row": 2,
         *           "said": "身份证丢了",
         *           "meant": "居民身份证（补领）",
         *           "heard": "听成事项「居民身份证（补领）」",
         *           "right": true
         *         },
         *         {
         *           "row": 3,
         *           "said": "老人吃饭有补贴吗",
         *           "meant": "",
         *           "heard": "什么都没听出来",
         *           "right": null
         *         }
         *       ],
         *       "known": 1,
         *       "right": 1
         *     }
         */
        TriedSentences: {
            /** @description 一句一行，照表里的先后 */
            sentences: components["schemas"]["TriedSentence"][];
            /** @description 写了应该是什么的有几句 */
            known: number;
            /** @description 其中对了几句 */
            right: number;
        };
        /**
         * @example {
         *       "number": "TS20261123-0001",
         *       "at": "2026-11-23T09:30:00+08:00",
         *       "state": "open",
         *       "state_label": "正在处理",
         *       "handler": "Y9PV7D",
         *       "answer_by": "2026-12-08"
         *     }
         */
        Unassigned: {
            /** @description 投诉编号 */
            number: string;
            /**
             * Format: date-time
             * @description 什么时候投诉的
             */
            at: string;
            /** @description open 正在处理、answered 已答复、escalated 由上级机关处理 */
            state: string;
            /** @description 状态的中文名称 */
            state_label: string;
            /** @description 原来的处理人的账号；没有人可分时为空文字 */
            handler: string;
            /**
             * Format: date
             * @description 最晚哪一天答复
             */
            answer_by: string;
        };
        /**
         * @example {
         *       "complaints": [
         *         {
         *           "number": "TS20261123-0001",
         *           "at": "2026-11-23T09:30:00+08:00",
         *           "state": "escalated",
         *           "state_label": "由上级机关处理",
         *           "handler": "",
         *           "answer_by": "2026-12-08"
         *         }
         *       ]
         *     }
         */
        UnassignedPage: {
            /** @description 没有人处理的投诉；看不到内容 */
            complaints: components["schemas"]["Unassigned"][];
        };
        /**
         * @example {
         *       "version": 1
         *     }
         */
        UndoWanted: {
            /** @description 现在是第几版；退回它前面的那一版 */
            version: number;
        };
        /**
         * @description 时限单位.
         * @enum {string}
         */
        Unit: "工作日" | "自然日" | "月" | "小时" | "分钟";
        /** @description 督办（urge） */
        UrgeLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "urge";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Reason"];
        };
        /**
         * @description 督办（urge）
         * @example {
         *       "version": 4,
         *       "data": {
         *         "reason": "明天到期，请尽快办理"
         *       }
         *     }
         */
        UrgeRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "reason": ""
             *     }
             */
            data?: components["schemas"]["Reason"];
        };
        /**
         * @example {
         *       "name": "我的快到期",
         *       "filter": {
         *         "claimed_by": "me",
         *         "due_before": "2026-11-27"
         *       }
         *     }
         */
        ViewRequest: {
            /** @description 名称，例如 我的快到期 */
            name: string;
            /** @description 条件，和看待办时一样 */
            filter: components["schemas"]["CaseFilter"];
        };
        Visit: {
            /** @description 要带的，一份一行，写明原件还是复印件 */
            bring: string[];
            /** @description 谁要到场 */
            comes: string;
            /** @description 交多少钱；不收费的写不收费 */
            pay: string;
        };
        Weighed: {
            /** @description 哪一种读法，代号 */
            kind: string;
            /** @description 哪一种读法 */
            kind_name: string;
            /** @description 接手的动作，代号 */
            action: string;
            /** @description 接手的动作做什么 */
            action_name: string;
            /** @description 就是这个意思的把握，0到1，连同正在问的、手上的一起算 */
            probability: number;
            /** @description 凭什么 */
            because: string[];
            /** @description 听对了的好处 */
            gain: number;
            /** @description 听错了的代价 */
            wrong: number;
            /** @description 得分：把握×好处−(1−把握)×代价，最高的就是要做的 */
            worth: number;
            /** @description 定的是这一种 */
            chosen: boolean;
        };
        /**
         * @example {
         *       "first": "2026-11-01",
         *       "last": "2026-11-30",
         *       "total": 34,
         *       "groups_total": 1,
         *       "counts": [
         *         {
         *           "moment": "missed",
         *           "name": "没听懂",
         *           "count": 34
         *         }
         *       ],
         *       "groups": [
         *         {
         *           "texts": [
         *             "户口本丢了怎么办",
         *             "户口本不见了咋办"
         *           ],
         *           "count": 34,
         *           "lately": 20,
         *           "earlier": 8,
         *           "moments": [
         *             {
         *               "moment": "missed",
         *               "name": "没听懂",
         *               "count": 34
         *             }
         *           ],
         *           "examples": [
         *             {
         *               "text": "户口本丢了怎么办",
         *               "before": [
         *                 "你好"
         *               ],
         *               "moment": "missed",
         *               "moment_name": "没听懂",
         *               "channel": "web",
         *               "at": "2026-11-30T09:12:00+08:00"
         *             }
         *           ],
         *           "outcome": "",
         *           "settled": ""
         *         }
         *       ],
         *       "offset": 0
         *     }
         */
        WhatPeopleSaid: {
            /**
             * Format: date
             * @description 从哪一天
             */
            first: string;
            /**
             * Format: date
             * @description 到哪一天
             */
            last: string;
            /** @description 一共几次 */
            total: number;
            /** @description 一共几组 */
            groups_total: number;
            /** @description 各种时刻几次，不论看的是哪一种 */
            counts: components["schemas"]["MomentCount"][];
            /** @description 说得最多的在前，一页50组 */
            groups: components["schemas"]["SaidGroup"][];
            /** @description 这一页从第几组起，从0数 */
            offset: number;
        };
        WindowName: {
            /** @description 窗口的编号 */
            id: string;
            /** @description 几号窗口 */
            number: string;
            /** @description 窗口的名称 */
            name: string;
        };
        WindowOfDay: {
            /** @description 窗口的编号 */
            id: string;
            /** @description 窗口的号码和名称 */
            name: string;
            /** @description 在哪里 */
            place: string;
            /** @description 电话 */
            phone: string;
            /** @description 这一天的开放时间；不开放的为空 */
            hours: string;
            /** @description 临时停办的原因；不停办的为空 */
            why: string;
            /** @description 这一天谁在，首席代表在前；没有登记的为空 */
            people: components["schemas"]["PersonOnDuty"][];
        };
        WindowPlace: {
            /**
             * @description 固定为 window_place：窗口换地方、换电话 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "window_place";
            /** @description 哪个窗口，编号 */
            window: string;
            /**
             * Format: date
             * @description 从哪天起
             */
            first: string;
            /** @description 到哪天；不写就是一直 */
            last?: string | null;
            /**
             * @description 改成几号；不改的不写
             * @default
             */
            number?: string;
            /**
             * @description 改到几楼；不改的不写
             * @default
             */
            floor?: string;
            /**
             * @description 改成什么电话；不改的不写
             * @default
             */
            phone?: string;
        };
        Withdraw: {
            /**
             * @description 原因
             * @default
             */
            reason?: string;
            /**
             * @description 签名的书面撤回申请：申请人在窗口提出时，写明日期和存放在哪里；申请人自己撤回的为空
             * @default
             */
            signed_request?: string;
        };
        /** @description 撤回（withdraw） */
        WithdrawLine: {
            /**
             * Format: date-time
             * @description 什么时候
             */
            at: string;
            /**
             * @description 操作的代号 (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            act: "withdraw";
            /** @description 操作的中文名称 */
            name: string;
            /** @description 以什么身份做的 */
            role: string;
            /** @description 谁做的：工作人员账号；系统和申请人做的写身份 */
            actor: string;
            /** @description 做之前的状态的代号；第一条为空 */
            before: components["schemas"]["CaseState"] | null;
            /** @description 做之后的状态的代号 */
            after: components["schemas"]["CaseState"];
            /** @description 当时告诉申请人的话 */
            told: string;
            /** @description 记下的内容，没有填的字段不在里面 */
            data: components["schemas"]["Withdraw"];
        };
        /**
         * @description 撤回（withdraw）
         * @example {
         *       "version": 2,
         *       "data": {
         *         "reason": "不开店了"
         *       }
         *     }
         */
        WithdrawRequest: {
            /** @description 您看到的办件版本；别人先改过就答复409 */
            version: number;
            /** @description 以哪个身份做；只有一个身份能做时可以不写 */
            role?: string | null;
            /**
             * @description 操作的内容
             * @default {
             *       "reason": "",
             *       "signed_request": ""
             *     }
             */
            data?: components["schemas"]["Withdraw"];
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
